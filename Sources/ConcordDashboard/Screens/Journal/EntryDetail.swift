import ConcordCanvas
import ConcordModel

/// One change in full: who, when, why, and what differs since.
struct EntryDetail {
  let entry: JournalEntry
  let scene: Scene
  /// The change that took it back, where one is known.
  let takenBackBy: LineID?

  func draw(into canvas: inout Canvas, area: Rect, top: Int) {
    let workspace = scene.workspace
    var pen = Pen(area)
    pen.fact(into: &canvas, "when", "\(scene.moment(entry.instant))", .plain)
    pen.fact(into: &canvas, "by", "\(entry.author) (\(entry.account))", .plain)
    pen.fact(into: &canvas, "command", entry.command, .plain)
    if let undoes = entry.undoes {
      pen.fact(into: &canvas, "takes back", undoes.description, Style(.warning))
    }
    if let takenBackBy {
      pen.fact(into: &canvas, "taken back", "by \(takenBackBy)", Style(.warning))
    }
    if let reason = entry.reason {
      for (place, line) in Paragraph.lines(reason, width: max(8, area.width - 11), most: 4)
        .enumerated()
      {
        pen.fact(into: &canvas, place == 0 ? "why" : "", line, .plain)
      }
    }
    if pen.left > 6 { pen.skip() }
    drawLines(into: &canvas, &pen, top, workspace)
  }

  private func drawLines(
    into canvas: inout Canvas, _ pen: inout Pen, _ top: Int, _ workspace: Workspace
  ) {
    let lines = EntryLine.lines(entry.operations, workspace)
    let rest = entry.operationCount - entry.operations.count
    var last: RecordID?
    let nameWidth = min(14, max(8, pen.area.width / 4))
    let right = String(canvas.glyphs.marks.right)
    for (place, line) in lines.enumerated() {
      if let record = line.record, record != last {
        last = record
        if place >= top {
          pen.line(
            into: &canvas,
            [
              StyledText(record.text.prefix(6) + "  ", Style(.accent)),
              StyledText(workspace.title(record), Style(.title).bold),
            ])
        }
      }
      guard place >= top, pen.left > 0 else { continue }
      canvas.put(
        line.name, x: pen.area.x + 2, y: pen.y, style: Style(.dim), maxWidth: nameWidth)
      var parts: [StyledText] = []
      if let was = line.was { parts += [StyledText(was, Style(.dim)), StyledText(" \(right) ")] }
      if let now = line.now { parts.append(StyledText(now)) }
      canvas.put(
        parts, x: pen.area.x + 3 + nameWidth, y: pen.y,
        maxWidth: max(0, pen.area.width - nameWidth - 3))
      pen.skip()
    }
    if rest > 0 {
      pen.line(
        into: &canvas,
        [StyledText("and \(Numbers.grouped(rest)) operations more", Style(.dim))])
    }
  }
}
