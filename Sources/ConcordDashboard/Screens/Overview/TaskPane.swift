import ConcordCanvas
import ConcordModel

/// Pending vetting: open tasks, the most pressing first.
package struct TaskPane: Sendable {
  package private(set) var rows: [Int32] = []
  package private(set) var overdue = 0
  package var cursor = ListCursor()
  private var version = -1

  package init() {}

  package mutating func refresh(_ scene: Scene) {
    guard version != scene.workspace.version else { return }
    version = scene.workspace.version
    let open = OpenTasks(scene.workspace, today: scene.today)
    rows = open.rows
    overdue = open.overdue
    cursor.selected = max(0, min(cursor.selected, rows.count - 1))
  }

  package var selectedRow: Int? {
    rows.indices.contains(cursor.selected) ? Int(rows[cursor.selected]) : nil
  }

  package var caption: String {
    rows.isEmpty
      ? "none" : Numbers.grouped(rows.count) + (overdue > 0 ? " · \(overdue) overdue" : "")
  }

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene, isFocused: Bool) {
    guard !rows.isEmpty else {
      let lines = ["No open tasks.", "A case opened for a partner brings its checklist here."]
      for (place, text) in lines.enumerated() where place < area.height {
        canvas.put(
          text, x: area.x + 1, y: area.y + place, style: Style(.dim), maxWidth: area.width - 2)
      }
      return
    }
    let top = cursor.firstShown(total: rows.count, height: area.height)
    for line in 0..<min(area.height, rows.count - top) {
      canvas.target(
        area.row(line), pane: OverviewScreen.Pane.tasks.rawValue, line: top + line)
      drawRow(
        into: &canvas, area.row(line), Int(rows[top + line]),
        isSelected: isFocused && top + line == cursor.selected, scene)
    }
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ row: Int, isSelected: Bool, _ scene: Scene
  ) {
    let task = VettingTask(scene.workspace, row)
    let marks = canvas.glyphs.marks
    let distance = task.due.map { $0.days(since: scene.today) }
    let (sign, style): (Character, Style) =
      switch distance {
      case .some(..<0): (marks.failed, Style(.danger))
      case .some(0...7): (marks.warning, Style(.warning))
      default: (marks.nothing, Style(.dim))
      }
    if isSelected {
      canvas.put(marks.selected, x: line.x, y: line.y, style: Style(.accent))
      canvas.cursor = Cursor(x: line.x, y: line.y)
    }
    canvas.put(sign, x: line.x + 1, y: line.y, style: style)
    // A day in short seldom comes as far left; where it does, it goes before the sign.
    LookMark.draw(task.id, into: &canvas, x: line.x + 2, y: line.y, scene)
    let due = task.due.map { Numbers.shortDay($0, today: scene.today) } ?? String(marks.dash)
    canvas.putRight(due, end: line.x + 7, y: line.y, style: style, maxWidth: 5)
    let partner = scene.workspace.partnerName(task.partner) ?? ""
    let assignee = scene.workspace.personName(task.assignee) ?? "unassigned"
    let isWide = line.width >= 46
    let assigneeWidth = isWide ? min(12, max(8, line.width / 5)) : 0
    let room = line.width - 8 - (isWide ? assigneeWidth + 2 : 1)
    let partnerWidth = room * 2 / 5
    canvas.put(partner, x: line.x + 8, y: line.y, maxWidth: partnerWidth)
    canvas.put(
      task.title, x: line.x + 8 + partnerWidth + 1, y: line.y, style: Style(.dim),
      maxWidth: room - partnerWidth - 1)
    if isWide {
      canvas.putRight(
        assignee, end: line.maxX - 1, y: line.y,
        style: Style(task.assignee == nil ? .warning : .faint), maxWidth: assigneeWidth)
    }
    if isSelected {
      canvas.highlight(
        Rect(x: line.x, y: line.y, width: min(line.width, 8 + partnerWidth), height: 1),
        ground: .selection)
    }
  }
}
