import ConcordCanvas
import ConcordModel

/// The tasks of one case, grouped by criterion, each with its state, who does it and when.
struct CaseTasks: Sendable {
  /// A line: the heading of a criterion, or a task.
  private enum Line: Sendable {
    case head(String)
    case task(Int)
  }

  private var lines: [Line] = []
  /// Rows of the tasks, as they are shown.
  private(set) var rows: [Int] = []
  var marks = RecordMarks()
  var cursor = ListCursor()
  private var caseID: RecordID?
  private var selectedWasOpen = false

  /// Shows a case's tasks; the selection stays on its task, and begins with the first open one.
  mutating func refresh(_ caseRow: Int?, _ scene: Scene) {
    let workspace = scene.workspace
    guard let caseRow else {
      self = CaseTasks()
      return
    }
    let id = workspace[.vettingCase].id(caseRow)
    let before = caseID == id ? selectedRow : nil
    let isNew = caseID != id
    caseID = id
    let tasks = workspace.taskRows(caseRow: caseRow)
    lines = []
    rows = []
    let known = workspace.catalogues.keys("criteria")
    for key in known + [""] {
      let group = tasks.filter { task in
        let own = VettingTask(workspace, task).criterion ?? ""
        return key.isEmpty ? !known.contains(own) : own == key
      }
      guard !group.isEmpty else { continue }
      lines.append(
        .head(key.isEmpty ? "Other" : workspace.catalogues.words(key, in: "criteria")))
      for row in group {
        lines.append(.task(row))
        rows.append(row)
      }
    }
    marks.keep(rows.lazy.map { workspace[.task].id($0) })
    if let before, let place = rows.firstIndex(of: before) {
      cursor.selected = place
      // What was just answered gives way to the next that is open.
      if selectedWasOpen, !VettingTask(workspace, before).isOpen {
        _ = cursor.seek(total: rows.count) { VettingTask(workspace, rows[$0]).isOpen }
      }
    } else if isNew {
      cursor = ListCursor()
      cursor.selected = rows.firstIndex { VettingTask(workspace, $0).isOpen } ?? 0
    }
    cursor.selected = max(0, min(cursor.selected, rows.count - 1))
    noteSelected(scene)
  }

  /// Remembers whether the selected task is open, to know when it was answered.
  mutating func noteSelected(_ scene: Scene) {
    selectedWasOpen = selectedRow.map { VettingTask(scene.workspace, $0).isOpen } ?? false
  }

  var selectedRow: Int? { rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil }

  mutating func toggleMark(_ scene: Scene) {
    guard let row = selectedRow else { return }
    marks.toggle(scene.workspace[.task].id(row))
  }

  mutating func toggleAll(_ scene: Scene) {
    marks.toggleAll(rows.map { scene.workspace[.task].id($0) })
  }

  /// Begins a range, or marks from its beginning to here.
  mutating func markRange(_ scene: Scene) {
    marks.range(to: cursor.selected) {
      rows.indices.contains($0) ? scene.workspace[.task].id(rows[$0]) : nil
    }
  }

  /// The marked tasks, else the selected one.
  func subjects(_ scene: Scene) -> [RecordID] {
    let ids = rows.map { scene.workspace[.task].id($0) }
    if !marks.isEmpty { return ids.filter(marks.contains) }
    return selectedRow.map { [scene.workspace[.task].id($0)] } ?? []
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene, isFocused: Bool) {
    guard !lines.isEmpty else {
      let words = ["No tasks.", "A case opened by concord vet open has its checklist here."]
      for (place, text) in words.enumerated() where place < area.height {
        canvas.put(
          text, x: area.x + 1, y: area.y + place, style: Style(.dim), maxWidth: area.width - 2)
      }
      return
    }
    let selected = lines.firstIndex {
      if case .task(let row) = $0 { row == selectedRow } else { false }
    }
    // The heading above the first task shown is worth its line.
    var view = ListCursor()
    view.selected = selected ?? 0
    let top = view.firstShown(total: lines.count, height: area.height)
    for place in 0..<min(area.height, lines.count - top) {
      switch lines[top + place] {
      case .head(let words):
        canvas.put(
          words, x: area.x + 2, y: area.y + place, style: Style(.title).bold,
          maxWidth: area.width - 2)
      case .task(let row):
        canvas.target(
          area.row(place), pane: VettingScreen.Pane.tasks.rawValue,
          line: rows.firstIndex(of: row))
        drawTask(
          into: &canvas, area.row(place), row, isSelected: top + place == selected,
          isFocused: isFocused, scene)
      }
    }
  }

  private func drawTask(
    into canvas: inout Canvas, _ line: Rect, _ row: Int, isSelected: Bool, isFocused: Bool,
    _ scene: Scene
  ) {
    let task = VettingTask(scene.workspace, row)
    let marks = canvas.glyphs.marks
    let (sign, style) = Self.sign(task, marks, scene.today)
    if isSelected {
      canvas.put(marks.selected, x: line.x, y: line.y, style: Style(.accent))
      if isFocused { canvas.cursor = Cursor(x: line.x, y: line.y) }
    }
    if self.marks.contains(task.id) {
      canvas.put(marks.marked, x: line.x + 1, y: line.y, style: Style(.accent))
    } else {
      LookMark.draw(task.id, into: &canvas, x: line.x + 1, y: line.y, scene)
    }
    canvas.put(sign, x: line.x + 2, y: line.y, style: style)
    let isWide = line.width >= 50
    let due = task.isOpen ? task.due.map { Numbers.shortDay($0, today: scene.today) } ?? "" : ""
    let state =
      task.isOpen ? due : scene.workspace.catalogues.words(task.status, in: "task-statuses")
    let person = scene.workspace.personName(task.assignee) ?? "unassigned"
    let stateWidth = 7
    let personWidth = isWide ? min(16, max(8, line.width / 5)) : 0
    let room = line.width - 4 - stateWidth - (isWide ? personWidth + 2 : 1)
    canvas.put(
      task.title, x: line.x + 4, y: line.y,
      style: isSelected ? Style(.title).bold : Style(task.isOpen ? .text : .dim),
      maxWidth: max(0, room))
    if isWide {
      canvas.put(
        person, x: line.x + 4 + room + 1, y: line.y,
        style: Style(task.assignee == nil ? .warning : .dim), maxWidth: personWidth)
    }
    canvas.putRight(state, end: line.maxX - 1, y: line.y, style: style, maxWidth: stateWidth)
    if isSelected {
      canvas.highlight(
        Rect(x: line.x, y: line.y, width: min(line.width, 4 + max(0, room)), height: 1),
        ground: isFocused ? .selection : .quietSelection)
    }
  }

  /// A sign and its style for how a task stands: a word or a day says the same beside it.
  private static func sign(
    _ task: VettingTask, _ marks: GlyphSet.Marks, _ today: Day
  ) -> (Character, Style) {
    switch task.status {
    case "passed": return (marks.done, Style(.success))
    case "failed": return (marks.failed, Style(.danger))
    case "waived": return (marks.dash, Style(.dim))
    default: break
    }
    switch task.due.map({ $0.days(since: today) }) {
    case .some(..<0): return (marks.failed, Style(.danger))
    case .some(0...7): return (marks.warning, Style(.warning))
    default:
      return (task.status == "in-progress" ? marks.right : marks.nothing, Style(.dim))
    }
  }
}
