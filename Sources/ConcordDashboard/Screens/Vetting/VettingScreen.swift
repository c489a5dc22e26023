import ConcordCanvas
import ConcordModel

/// What is due, and what did we find? The cases, and the tasks of the selected one.
package struct VettingScreen: Screen {
  package static let row = ScreenRow("vetting", "Vetting", short: "Ve", key: 4)

  /// The panes, in the order of Tab.
  enum Pane: Int, CaseIterable {
    case cases, tasks
  }

  /// What is shown first, and again after Esc.
  static let openCases = "status:open"

  private(set) var list = RecordList(
    .vettingCase, SortOrder("due"), filter: VettingScreen.openCases)
  private(set) var tasks = CaseTasks()
  private var focus = Pane.cases
  private var height = 18

  package init() {}

  package var contexts: [KeyContext] {
    focus == .cases ? [.cases, .list] : [.checklist, .tasks]
  }

  package var hiddenMarks: Int { list.marks.hidden }

  package mutating func refresh(_ scene: Scene) {
    list.refresh(scene)
    tasks.refresh(list.selectedRow, scene)
  }

  /// Shows a case, or a task in its case; false where there is no such case.
  mutating func show(_ record: RecordID, _ scene: Scene) -> Bool {
    let caseID =
      record.kind == .task
      ? scene.workspace.value(record, "case")?.text.flatMap { RecordID($0) } : record
    guard let caseID, let row = scene.workspace.row(caseID) else { return false }
    list.setFilter(Self.openCases, scene)
    list.bring(caseID, scene)
    if list.selectedRow != row {
      list.setFilter("", scene)
      list.bring(caseID, scene)
    }
    tasks.refresh(list.selectedRow, scene)
    focus = .cases
    let place = tasks.rows.firstIndex { scene.workspace[.task].id($0) == record }
    if let place {
      focus = .tasks
      tasks.cursor.selected = place
      tasks.noteSelected(scene)
    }
    return list.selectedRow == row
  }

  package mutating func showAllAgain(_ scene: Scene) -> Bool {
    guard list.marks.isEmpty, !list.marks.isInRange, tasks.marks.isEmpty, !tasks.marks.isInRange
    else { return false }
    list.setFilter(Self.openCases, scene)
    tasks.refresh(list.selectedRow, scene)
    focus = .cases
    return true
  }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(let motion): move(motion, count, scene)
    case .nextPane, .previousPane:
      focus = focus == .cases ? .tasks : .cases
    case .open: return open(scene)
    case .back: return back(scene)
    case .setFilter(let text):
      list.setFilter(text, scene)
      tasks.refresh(list.selectedRow, scene)
    case .setSort(let order):
      list.setOrder(order, scene)
      tasks.refresh(list.selectedRow, scene)
    case .mark: mark(scene)
    case .markAll:
      if focus == .cases { list.toggleAll(scene) } else { tasks.toggleAll(scene) }
    case .markRange:
      if focus == .cases { list.markRange(scene) } else { tasks.markRange(scene) }
    case .resized(let size): height = max(1, size.height - 5)
    default: return .unknown
    }
    return .done
  }

  private mutating func move(_ motion: Motion, _ count: Int, _ scene: Scene) {
    switch (focus, motion) {
    case (.cases, .right): focus = .tasks
    case (.tasks, .left): focus = .cases
    case (.cases, _):
      list.cursor.move(motion, count: count, total: list.rows.count, height: height)
      tasks.refresh(list.selectedRow, scene)
    case (.tasks, _):
      tasks.cursor.move(motion, count: count, total: tasks.rows.count, height: height)
      tasks.noteSelected(scene)
    }
  }

  private mutating func mark(_ scene: Scene) {
    if focus == .cases {
      list.toggleMark(scene)
      move(.down, 1, scene)
    } else {
      tasks.toggleMark(scene)
      move(.down, 1, scene)
    }
  }

  private mutating func open(_ scene: Scene) -> Response {
    if focus == .cases {
      guard list.selectedRow != nil else { return .refused("no case is selected") }
      focus = .tasks
      return .done
    }
    guard let row = tasks.selectedRow else { return .refused("no task is selected") }
    return .then(.showRecord(scene.workspace[.task].id(row)))
  }

  private mutating func back(_ scene: Scene) -> Response {
    if focus == .tasks {
      if !tasks.marks.leaveRange(), !tasks.marks.clear() { focus = .cases }
    } else if list.marks.leaveRange() {
      return .done
    } else if list.filter.text != Self.openCases {
      list.setFilter(Self.openCases, scene)
      tasks.refresh(list.selectedRow, scene)
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
    case .cases:
      list.cursor.selected = line
      tasks.refresh(list.selectedRow, scene)
    case .tasks:
      tasks.cursor.selected = line
      tasks.noteSelected(scene)
    }
  }

  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    guard list.seek(filter, isForward: isForward, scene) else { return false }
    tasks.refresh(list.selectedRow, scene)
    return true
  }

  package func isIdle(_ scene: Scene) -> Bool { list.rows.isEmpty }

  package func canOpen(_ scene: Scene) -> Bool {
    focus == .cases ? list.selectedRow != nil : tasks.selectedRow != nil
  }

  package func mainSubject(_ scene: Scene) -> RecordID? {
    focus == .tasks
      ? subjects(of: .task, scene).first
      : list.selectedRow.map { scene.workspace[.vettingCase].id($0) }
  }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    switch kind {
    case .vettingCase: return list.subjects(scene)
    case .task: return focus == .tasks ? tasks.subjects(scene) : []
    case .partner:
      return list.selectedRow.flatMap { VettingCase(scene.workspace, $0).partner }.map { [$0] }
        ?? []
    default: return []
    }
  }

  package func filterText(_ scene: Scene) -> String? { list.filter.text }

  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? {
    list.shownRecords(scene)
  }

  package var order: SortOrder? { list.order }

  package var filterKind: RecordKind? { .vettingCase }

  package func orders(_ scene: Scene) -> [SortOrder] {
    [
      SortOrder("due"), SortOrder("opened", descending: true), SortOrder("partner"),
      SortOrder("type"),
    ]
  }

  package func arithmetic(_ scene: Scene) -> Explanation? {
    list.selectedRow.flatMap { VettingCase(scene.workspace, $0).partner }
      .flatMap { scene.workspace.row($0) }.map { PartnerExplanation.of(row: $0, scene) }
  }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    if area.width < 60 {
      if focus == .cases {
        drawCases(into: &canvas, area, scene)
      } else {
        drawCase(into: &canvas, area, scene)
      }
      return
    }
    let (left, right) = area.splitLeft(area.width * (area.width >= 100 ? 42 : 44) / 100)
    drawCase(into: &canvas, right, scene)
    drawCases(into: &canvas, left, scene)
  }

  private func drawCases(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    canvas.target(area, pane: Pane.cases.rawValue)
    let marks = canvas.glyphs.marks
    let inside = canvas.box(
      area, title: list.filter.text == Self.openCases ? "Cases" : list.title("Cases"),
      trailing: list.caption(scene, glyphs: marks.down, marks.up),
      focused: focus == .cases)
    CaseListView(list: list, isFocused: focus == .cases).draw(into: &canvas, area: inside, scene)
  }

  private func drawCase(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    canvas.target(area, pane: Pane.tasks.rawValue)
    let isFocused = focus == .tasks
    guard let row = list.selectedRow else {
      canvas.box(area, title: "Tasks", focused: isFocused)
      return
    }
    let workspace = scene.workspace
    let view = VettingCase(workspace, row)
    let progress = VettingProgress(workspace, caseRow: row)
    let inside = canvas.box(
      area, title: workspace.partnerName(view.partner) ?? "Case",
      trailing: "\(progress.done) of \(progress.total)", focused: isFocused)
    var pen = Pen(inside.inset(left: 1, right: 1))
    for line in head(view, progress, isWide: inside.width >= 60, scene) {
      pen.line(into: &canvas, line)
    }
    if pen.left > 12 { pen.skip() }
    let rest = Rect(x: inside.x, y: pen.y, width: inside.width, height: pen.left)
    tasks.draw(into: &canvas, area: rest, scene, isFocused: isFocused)
  }

  private func head(
    _ view: VettingCase, _ progress: VettingProgress, isWide: Bool, _ scene: Scene
  ) -> [[StyledText]] {
    let workspace = scene.workspace
    let catalogues = workspace.catalogues
    var first = [
      scene.shortID(view.id), catalogues.words(view.type, in: "case-types"),
    ]
    if isWide, let opened = view.opened { first.append("opened \(opened.text)") }
    if let due = view.due {
      first.append("due \(due.text) (\(Numbers.shortDay(due, today: scene.today)))")
    }
    var lines = [[StyledText(first.joined(separator: " · "), Style(.dim))]]
    if let outcome = view.outcome {
      var text = catalogues.words(outcome.rawValue, in: "case-outcomes")
      if let day = view.decidedOn { text += " on \(day.text)" }
      if let ends = view.ends { text += ", until \(ends.text)" }
      lines.append([StyledText(text, Style(outcome == .rejected ? .danger : .success))])
    } else if progress.waitedFor > 0 {
      let words = "\(progress.waitedFor) mandatory left before an approval"
      lines.append([StyledText(words, Style(.text))])
    } else {
      lines.append([StyledText("ready to be decided: D", Style(.success))])
    }
    return lines
  }
}
