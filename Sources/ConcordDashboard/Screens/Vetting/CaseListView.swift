import ConcordCanvas
import ConcordModel

/// Draws a list of vetting cases into a pane.
struct CaseListView {
  let list: RecordList
  let isFocused: Bool

  func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    guard !list.rows.isEmpty else {
      drawEmpty(into: &canvas, area, scene)
      return
    }
    let top = list.cursor.firstShown(total: list.rows.count, height: area.height)
    for line in 0..<min(area.height, list.rows.count - top) {
      canvas.target(
        area.row(line), pane: VettingScreen.Pane.cases.rawValue, line: top + line)
      drawRow(
        into: &canvas, area.row(line), Int(list.rows[top + line]),
        isSelected: top + line == list.cursor.selected, scene)
    }
  }

  private func drawEmpty(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let lines: [String]
    if scene.workspace.count(.vettingCase) == 0 {
      lines = ["No vetting cases yet.", "", "C on a partner opens one."]
    } else if list.filter.text == VettingScreen.openCases {
      lines = ["No case is open.", "", "/ with an empty line", "shows the decided ones."]
    } else {
      lines = EmptyWords.none(
        "None fits.", list.filter, list.kind, back: "Esc shows the open cases.", scene)
    }
    EmptyWords.draw(lines, into: &canvas, area)
    if isFocused { canvas.cursor = Cursor(x: area.x, y: area.y) }
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ row: Int, isSelected: Bool, _ scene: Scene
  ) {
    let workspace = scene.workspace
    let view = VettingCase(workspace, row)
    let marks = canvas.glyphs.marks
    let progress = VettingProgress(workspace, caseRow: row)
    if isSelected {
      canvas.put(marks.selected, x: line.x, y: line.y, style: Style(.accent))
      if isFocused { canvas.cursor = Cursor(x: line.x, y: line.y) }
    }
    if list.marks.contains(view.id) {
      canvas.put(marks.marked, x: line.x + 1, y: line.y, style: Style(.accent))
    } else {
      LookMark.draw(view.id, into: &canvas, x: line.x + 1, y: line.y, scene)
    }
    let (end, style): (String, Style)
    if let outcome = view.outcome {
      end = workspace.catalogues.short(outcome.rawValue, in: "case-outcomes")
      style = Style(outcome == .rejected ? .danger : .dim)
    } else {
      let days = view.due.map { $0.days(since: scene.today) }
      end = view.due.map { Numbers.shortDay($0, today: scene.today) } ?? String(marks.dash)
      style =
        switch days {
        case .some(..<0): Style(.danger)
        case .some(0...7): Style(.warning)
        default: Style(.dim)
        }
    }
    let done = "\(progress.done)/\(progress.total)"
    let type = line.width >= 44 ? workspace.catalogues.words(view.type, in: "case-types") : ""
    let typeWidth = type.isEmpty ? 0 : 10
    let room = line.width - 2 - typeWidth - 6 - 9
    canvas.put(
      workspace.partnerName(view.partner) ?? view.id.text, x: line.x + 2, y: line.y,
      style: isSelected ? Style(.title).bold : Style(.text), maxWidth: max(4, room))
    if !type.isEmpty {
      canvas.put(
        type, x: line.x + 3 + room, y: line.y, style: Style(.dim), maxWidth: typeWidth - 1)
    }
    canvas.putRight(
      done, end: line.maxX - 9, y: line.y,
      style: Style(progress.failed > 0 ? .danger : .dim), maxWidth: 6)
    canvas.putRight(end, end: line.maxX, y: line.y, style: style, maxWidth: 8)
    if isSelected {
      canvas.highlight(
        Rect(x: line.x, y: line.y, width: min(line.width, max(4, room) + 2), height: 1),
        ground: isFocused ? .selection : .quietSelection)
    }
  }
}
