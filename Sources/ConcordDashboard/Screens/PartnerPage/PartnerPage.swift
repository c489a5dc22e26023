import ConcordCanvas
import ConcordModel

/// A partner's page: everything on record of it, in tabs. It stands on top of a screen.
package struct PartnerPage: Screen {
  package static let row = ScreenRow("partner", "Partner", short: "P", key: 0)

  /// The tabs that exist.
  enum Tab: Int, CaseIterable {
    case facts, flags, vetting, ties, history

    var words: String {
      switch self {
      case .facts: "Facts"
      case .flags: "Flags"
      case .vetting: "Vetting"
      case .ties: "Ties"
      case .history: "History"
      }
    }
  }

  package private(set) var partner: RecordID?
  private(set) var tab = Tab.facts
  private(set) var cursor = ListCursor()
  private var lines: [PageLine] = []
  private var height = 20

  package init() {}

  package init(_ partner: RecordID) { self.partner = partner }

  package var contexts: [KeyContext] {
    tab == .flags ? [.page, .triage, .partners] : [.page, .partners]
  }

  package mutating func refresh(_ scene: Scene) {
    guard let partner, let row = scene.workspace.row(partner) else {
      lines = []
      return
    }
    lines = PageLines(scene).lines(of: row, tab)
    cursor.settle(total: lines.count, height: height)
  }

  /// Selects the line of a record, in the tab that has one; false where none has.
  mutating func show(_ record: RecordID, _ scene: Scene) -> Bool {
    if record == partner { return true }
    for each in Tab.allCases {
      tab = each
      refresh(scene)
      guard let place = lines.firstIndex(where: { $0.record == record }) else { continue }
      cursor = ListCursor()
      cursor.move(.down, count: place, total: lines.count, height: height)
      return true
    }
    tab = .facts
    refresh(scene)
    return false
  }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(.left), .previousTab: step(-1, scene)
    case .move(.right), .nextTab, .nextPane: step(1, scene)
    case .previousPane: step(-1, scene)
    case .move(let motion):
      cursor.move(motion, count: count, total: lines.count, height: height)
    case .open:
      guard let id = selectedLine?.record else { return .refused("nothing more to open here") }
      return .then(id.kind == .partner ? .showPartner(id) : .showRecord(id))
    case .resized(let size): height = max(1, size.height - 8)
    default: return .unknown
    }
    return .done
  }

  package func canOpen(_ scene: Scene) -> Bool { selectedLine?.record != nil }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    guard let line else { return }
    if pane == Self.tabsPane, let chosen = Tab(rawValue: line) {
      step(chosen.rawValue - tab.rawValue, scene)
    } else if pane == 0 {
      cursor.selected = line
    }
  }

  /// The pane of the tabs; that of the lines is 0.
  private static let tabsPane = 1

  private mutating func step(_ by: Int, _ scene: Scene) {
    let count = Tab.allCases.count
    tab = Tab(rawValue: (tab.rawValue + by + count) % count) ?? .facts
    cursor = ListCursor()
    refresh(scene)
  }

  private var selectedLine: PageLine? {
    lines.indices.contains(cursor.selected) ? lines[cursor.selected] : nil
  }

  package func mainSubject(_ scene: Scene) -> RecordID? {
    selectedLine?.record ?? partner
  }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    if kind == .partner { return partner.map { [$0] } ?? [] }
    guard let id = selectedLine?.record, id.kind == kind else { return [] }
    return [id]
  }

  package func arithmetic(_ scene: Scene) -> Explanation? {
    if tab == .flags, let id = selectedLine?.record, id.kind == .flag,
      let row = scene.workspace.row(id)
    {
      return FlagExplanation.of(row: row, scene)
    }
    return partner.flatMap { scene.workspace.row($0) }.map { PartnerExplanation.of(row: $0, scene) }
  }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    guard let partner, let row = scene.workspace.row(partner) else {
      canvas.box(area, title: "Partner", focused: true)
      canvas.put("This partner is not there any more.", x: area.x + 3, y: area.y + 2)
      return
    }
    let view = Partner(scene.workspace, row)
    let figure = view.figure
    let risk =
      figure.level.map {
        "\(figure.isAssessed ? "" : "at least ")\($0.words.uppercased()) \(figure.shownScore ?? 0)"
      } ?? "UNASSESSED"
    let inside = canvas.box(area, title: view.name, trailing: risk, focused: true)
      .inset(left: 1, right: 1)
    let tier = view.tier.map { "tier \($0)" } ?? "no tier"
    let catalogues = scene.workspace.catalogues
    let line = [
      catalogues.words(view.kindKey, in: "kinds"), tier,
      catalogues.words(view.stage, in: "stages"),
      "vetting " + catalogues.words(scene.workspace.standing(row: row).key, in: "standings"),
      scene.shortID(partner),
    ].joined(separator: " · ")
    canvas.put(line, x: inside.x, y: inside.y, style: Style(.dim), maxWidth: inside.width)
    drawTabs(into: &canvas, inside.row(1), scene, row)
    drawLines(into: &canvas, inside.splitTop(3).rest)
  }

  private func drawTabs(into canvas: inout Canvas, _ line: Rect, _ scene: Scene, _ row: Int) {
    var x = line.x
    for each in Tab.allCases {
      let count = PageLines(scene).count(of: row, each).map { " \($0)" } ?? ""
      let style = each == tab ? Style(.title, on: .tab).bold : Style(.dim)
      let start = x
      x +=
        canvas.put(
          " " + each.words + count + " ", x: x, y: line.y, style: style,
          maxWidth: max(0, line.maxX - x)) + 1
      canvas.target(
        Rect(x: start, y: line.y, width: x - start, height: 1), pane: Self.tabsPane,
        line: each.rawValue)
    }
  }

  private func drawLines(into canvas: inout Canvas, _ area: Rect) {
    guard !lines.isEmpty else {
      canvas.put(
        tab == .flags ? "No flags. f raises one." : "Nothing here yet.", x: area.x + 1, y: area.y,
        style: Style(.dim))
      return
    }
    let top = cursor.firstShown(total: lines.count, height: area.height)
    for place in 0..<min(area.height, lines.count - top) {
      let line = lines[top + place]
      let y = area.y + place
      canvas.target(area.row(place), pane: 0, line: top + place)
      if line.isHead {
        canvas.put(
          line.left, x: area.x + 2, y: y, style: Style(.title).bold, maxWidth: area.width - 2)
      } else {
        canvas.put(line.name, x: area.x + 2, y: y, style: Style(.dim), maxWidth: PageLine.nameWidth)
        canvas.put(
          line.parts(canvas.glyphs), x: area.x + 3 + PageLine.nameWidth, y: y,
          maxWidth: max(0, area.width - PageLine.nameWidth - 3 - line.right.count - 1))
        canvas.putRight(line.right, end: area.maxX, y: y, style: Style(.dim))
      }
      if top + place == cursor.selected {
        canvas.put(canvas.glyphs.marks.selected, x: area.x, y: y, style: Style(.accent))
        canvas.highlight(
          Rect(x: area.x, y: y, width: min(area.width, 46), height: 1), ground: .selection)
        canvas.cursor = Cursor(x: area.x, y: y)
      }
    }
  }
}
