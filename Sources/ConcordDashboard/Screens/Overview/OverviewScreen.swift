import ConcordCanvas
import ConcordModel

/// How do we stand? Partners, risk heatmap and pending vetting as one instrument.
package struct OverviewScreen: Screen {
  package static let row = ScreenRow("overview", "Overview", short: "Ov", key: 1)

  /// The panes, in the order of Tab.
  enum Pane: Int, CaseIterable {
    case partners, heatmap, tasks
  }

  var list = RecordList(.partner, PartnersScreen.firstOrder)
  var heatmap = HeatmapPane()
  private(set) var tasks = TaskPane()
  var focus = Pane.partners
  /// The cell of the heatmap whose partners the list shows.
  var opened: OpenedCell?
  private var height = PaneHeights()
  private var size = Size(width: 120, height: 40)

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

  package var hiddenMarks: Int { list.marks.hidden }

  package mutating func refresh(_ scene: Scene) {
    list.refresh(scene)
    tasks.refresh(scene)
    heatmap.settle(scene, list.allRows)
    heatmap.marks.keep { scene.workspace.isLive($0) }
  }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(let motion):
      move(motion, count, scene)
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
      heatmap.settle(scene, list.allRows)
    case .cycleForm:
      heatmap.cycle(partner: list.selectedRow, scene, list.allRows)
      fitHeatmap()
    case .mark where focus == .heatmap:
      return markCell(scene)
    case .mark:
      list.toggleMark(scene)
      list.cursor.move(.down, total: list.rows.count, height: height.list)
    case .markAll: list.toggleAll(scene)
    case .markRange: list.markRange(scene)
    case .resized(let size):
      height.list = max(1, size.height - 6)
      height.tasks = max(1, size.height / 2 - 6)
      self.size = size
      fitHeatmap()
    default: return .unknown
    }
    return .done
  }

  /// Tells the heatmap how much room it has: what fits decides how its cursor moves.
  private mutating func fitHeatmap() {
    let body = Rect(x: 0, y: 0, width: size.width, height: size.height - 3)
    heatmap.room = (areas(body)?.heatmap ?? body).inset(by: 1).size
  }

  private mutating func move(_ motion: Motion, _ count: Int, _ scene: Scene) {
    switch focus {
    case .partners:
      list.cursor.move(motion, count: count, total: list.rows.count, height: height.list)
    case .heatmap: heatmap.move(motion, count: count, scene, list.allRows)
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
    case .heatmap: return openCell(scene)
    }
  }

  private mutating func back(_ scene: Scene) -> Response {
    if list.marks.leaveRange() {
      return .done
    } else if focus == .heatmap, heatmap.marks.clear() {
      return .done
    } else if focus != .partners {
      focus = .partners
    } else if closeCell(scene) {
      return .done
    } else if !list.filter.isEmpty {
      list.setFilter("", scene)
    } else if !list.marks.clear() {
      return .unknown
    }
    return .done
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    guard let pane = Pane(rawValue: pane) else { return }
    focus = pane
    guard let line else { return }
    switch pane {
    case .partners: list.cursor.selected = line
    case .heatmap: heatmap.select(line, scene, list.allRows)
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
      if focus == .heatmap { return cellFlags(scene) }
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
    case .heatmap: return cellArithmetic(scene)
    }
  }

  // MARK: Drawing

  /// Where the panes stand; nil where there is room for one.
  private func areas(_ area: Rect) -> (partners: Rect, heatmap: Rect, tasks: Rect)? {
    guard area.width >= 60, area.height >= 14 else { return nil }
    let (left, right) = area.splitLeft(area.width * (area.width >= 100 ? 50 : 63) / 100)
    let mapHeight = area.height >= 32 ? 16 : area.height >= 26 ? 11 : 9
    let (map, rest) = right.splitTop(min(mapHeight, area.height / 2))
    return (left, map, rest)
  }

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    guard let areas = areas(area) else {
      drawPane(focus, into: &canvas, area, scene)
      return
    }
    drawPane(.heatmap, into: &canvas, areas.heatmap, scene)
    drawPane(.tasks, into: &canvas, areas.tasks, scene)
    drawPane(.partners, into: &canvas, areas.partners, scene)
    // The focused pane is drawn last, so that the cursor stands on its selection.
    switch focus {
    case .partners: break
    case .heatmap: drawPane(.heatmap, into: &canvas, areas.heatmap, scene)
    case .tasks: drawPane(.tasks, into: &canvas, areas.tasks, scene)
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
      let title = openedTitle ?? list.title("Partners")
      let inside = canvas.box(area, title: title, trailing: caption, focused: isFocused)
      let columns = PartnerColumns.compact(width: inside.width, canvas.glyphs)
      PartnerListView(list, columns, isFocused: isFocused).draw(into: &canvas, area: inside, scene)
    case .heatmap:
      let caption = heatmap.caption(isNarrow: area.width < 46, scene)
      let inside = canvas.box(
        area, title: caption.title, trailing: caption.trailing, focused: isFocused)
      heatmap.draw(
        into: &canvas, area: inside, scene,
        HeatmapPane.Beside(partners: list.allRows, selected: list.selectedRow),
        isFocused: isFocused)
    case .tasks:
      let inside = canvas.box(
        area, title: area.width < 40 ? "Vetting" : "Pending vetting", trailing: tasks.caption,
        focused: isFocused)
      tasks.draw(into: &canvas, area: inside, scene, isFocused: isFocused)
    }
  }
}
