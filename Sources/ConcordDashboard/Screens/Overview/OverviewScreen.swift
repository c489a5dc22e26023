import ConcordCanvas
import ConcordModel

/// How do we stand? Partners, risk heatmap and pending vetting as one instrument.
package struct OverviewScreen: Screen {
  package static let row = ScreenRow("overview", "Overview", short: "Ov", key: 1)

  /// The panes, in the order of Tab.
  enum Pane: Int, CaseIterable {
    case partners, heatmap, tasks
  }

  private(set) var list = RecordList(.partner, PartnersScreen.firstOrder)
  private(set) var heatmap = HeatmapPane()
  private(set) var tasks = TaskPane()
  private(set) var focus = Pane.partners
  private var height = PaneHeights()

  /// The heights that motions by a page go by, as last drawn for.
  private struct PaneHeights: Sendable {
    var list = 20
    var tasks = 8
  }

  package init() {}

  package var contexts: [KeyContext] {
    switch focus {
    case .partners: [.partners, .list]
    case .heatmap: [.heatmap]
    case .tasks: [.tasks]
    }
  }

  package mutating func refresh(_ scene: Scene) {
    list.refresh(scene)
    tasks.refresh(scene)
  }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(let motion):
      move(motion, count)
    case .nextPane:
      focus = Pane(rawValue: (focus.rawValue + 1) % Pane.allCases.count) ?? .partners
    case .previousPane:
      focus = Pane(rawValue: (focus.rawValue + 2) % Pane.allCases.count) ?? .partners
    case .open:
      return open(scene)
    case .back:
      return back(scene)
    case .setFilter(let text):
      list.setFilter(text, scene)
    case .setSort(let order):
      list.setOrder(order, scene)
    case .mark:
      list.toggleMark(scene)
      list.cursor.move(.down, total: list.rows.count, height: height.list)
    case .markAll: list.toggleAll(scene)
    case .markRange: list.markRange(scene)
    case .resized(let size):
      height.list = max(1, size.height - 6)
      height.tasks = max(1, size.height / 2 - 6)
    default: return .unknown
    }
    return .done
  }

  private mutating func move(_ motion: Motion, _ count: Int) {
    switch focus {
    case .partners:
      list.cursor.move(motion, count: count, total: list.rows.count, height: height.list)
    case .heatmap: heatmap.move(motion, count: count)
    case .tasks:
      tasks.cursor.move(motion, count: count, total: tasks.rows.count, height: height.tasks)
    }
  }

  private mutating func open(_ scene: Scene) -> Response {
    switch focus {
    case .partners:
      guard let row = list.selectedRow else { return .refused("no partner is selected") }
      return .then(.showPartner(scene.workspace[.partner].id(row)))
    case .tasks:
      guard let row = tasks.selectedRow,
        let partner = VettingTask(scene.workspace, row).partner
      else { return .refused("no task is selected") }
      return .then(.showPartner(partner))
    case .heatmap:
      let rows = partnersInCell(scene)
      guard !rows.isEmpty else { return .refused("no flag stands in this cell") }
      list.restrict(heatmap.words(scene.workspace), to: rows, scene)
      focus = .partners
      return .done
    }
  }

  private mutating func back(_ scene: Scene) -> Response {
    if list.marks.leaveRange() {
      return .done
    } else if focus != .partners {
      focus = .partners
    } else if list.restriction != nil {
      list.clearRestriction(scene)
    } else if !list.filter.isEmpty {
      list.setFilter("", scene)
    } else if !list.marks.clear() {
      return .unknown
    }
    return .done
  }

  private func partnersInCell(_ scene: Scene) -> Set<Int32> {
    var rows: Set<Int32> = []
    for row in scene.workspace.rows(.flag) where isInCell(row, scene) {
      if let partner = scene.workspace.partnerRow(of: .flag, row: row) {
        rows.insert(Int32(partner))
      }
    }
    return rows
  }

  private func isInCell(_ row: Int, _ scene: Scene) -> Bool {
    guard let figure = scene.workspace.flagFigure(row: row), figure.isLive,
      let rating = figure.rating(scene.risk)
    else { return false }
    return rating.likelihood == heatmap.likelihood && rating.impact == heatmap.impact
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    guard let pane = Pane(rawValue: pane) else { return }
    focus = pane
    guard let line else { return }
    switch pane {
    case .partners: list.cursor.selected = line
    case .heatmap: heatmap.select(line)
    case .tasks: tasks.cursor.selected = line
    }
  }

  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    list.seek(filter, isForward: isForward, scene)
  }

  package mutating func bring(_ id: RecordID, _ scene: Scene) { list.bring(id, scene) }

  package func mainSubject(_ scene: Scene) -> RecordID? {
    switch focus {
    case .partners, .heatmap: subjects(of: .partner, scene).first
    case .tasks: subjects(of: .task, scene).first
    }
  }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    switch kind {
    case .partner: return list.subjects(scene)
    case .flag:
      if focus == .heatmap {
        return scene.workspace.rows(.flag).filter { isInCell($0, scene) }
          .map { scene.workspace[.flag].id($0) }
      }
      return list.subjects(scene).flatMap { partner in
        scene.workspace.row(partner).map { scene.workspace.flagRows(partnerRow: $0) } ?? []
      }.filter { scene.workspace.flagFigure(row: $0)?.isLive ?? false }
        .map { scene.workspace[.flag].id($0) }
    case .task:
      return tasks.selectedRow.map { [scene.workspace[.task].id($0)] } ?? []
    default: return []
    }
  }

  package func filterText(_ scene: Scene) -> String? { list.filter.text }

  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? {
    list.shownRecords(scene)
  }

  package var order: SortOrder? { list.order }

  package func orders(_ scene: Scene) -> [SortOrder] { PartnersScreen.orders }

  package func arithmetic(_ scene: Scene) -> Explanation? {
    switch focus {
    case .partners, .tasks: return list.selectedRow.map { PartnerExplanation.of(row: $0, scene) }
    case .heatmap:
      let rows = scene.workspace.rows(.flag).filter { isInCell($0, scene) }
      return CellExplanation.of(
        likelihood: heatmap.likelihood, impact: heatmap.impact, rows: rows, scene)
    }
  }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    if area.width < 60 || area.height < 14 {
      drawPane(focus, into: &canvas, area, scene)
      return
    }
    let (left, right) = area.splitLeft(area.width * (area.width >= 100 ? 50 : 63) / 100)
    let mapHeight = area.height >= 32 ? 16 : area.height >= 26 ? 11 : 9
    let (map, rest) = right.splitTop(min(mapHeight, area.height / 2))
    drawPane(.heatmap, into: &canvas, map, scene)
    drawPane(.tasks, into: &canvas, rest, scene)
    drawPane(.partners, into: &canvas, left, scene)
    drawFocusLast(into: &canvas, left, map, rest, scene)
  }

  /// The focused pane is drawn last, so that the cursor stands on its selection.
  private func drawFocusLast(
    into canvas: inout Canvas, _ left: Rect, _ map: Rect, _ rest: Rect, _ scene: Scene
  ) {
    switch focus {
    case .partners: break
    case .heatmap: drawPane(.heatmap, into: &canvas, map, scene)
    case .tasks: drawPane(.tasks, into: &canvas, rest, scene)
    }
  }

  private func drawPane(_ pane: Pane, into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let isFocused = pane == focus
    let marks = canvas.glyphs.marks
    canvas.target(area, pane: pane.rawValue)
    switch pane {
    case .partners:
      var caption = list.caption(scene, glyphs: marks.down, marks.up)
      if scene.isLoading { caption = "loading… " + caption }
      let title = list.restriction.map { "Partners: \($0.words)" } ?? list.title("Partners")
      let inside = canvas.box(area, title: title, trailing: caption, focused: isFocused)
      let columns = PartnerColumns.compact(width: inside.width, canvas.glyphs)
      PartnerListView(list, columns, isFocused: isFocused).draw(into: &canvas, area: inside, scene)
    case .heatmap:
      let total = Numbers.grouped(scene.workspace.heatmap(scene.risk).total)
      let isNarrow = area.width < 46
      let inside = canvas.box(
        area, title: isNarrow ? "Risk" : "Risk heatmap",
        trailing: isNarrow
          ? "\(scene.risk.rawValue) · \(total)" : "\(scene.risk.rawValue) · \(total) live flags",
        focused: isFocused)
      heatmap.draw(
        into: &canvas, area: inside, scene, selectedPartner: list.selectedRow, isFocused: isFocused)
    case .tasks:
      let inside = canvas.box(
        area, title: area.width < 40 ? "Vetting" : "Pending vetting", trailing: tasks.caption,
        focused: isFocused)
      tasks.draw(into: &canvas, area: inside, scene, isFocused: isFocused)
    }
  }
}
