import ConcordCanvas
import ConcordModel

/// A flag in the queue: its level, score and title; below, its partner and age.
struct TriageRow {
  let entry: TriageQueue.Entry
  let isMarked: Bool

  func draw(into canvas: inout Canvas, _ area: Rect, isSelected: Bool, _ scene: Scene) {
    guard let figure = scene.workspace.flagFigure(row: entry.row) else { return }
    let flag = Flag(scene.workspace, entry.row)
    let marks = canvas.glyphs.marks
    if isSelected {
      canvas.put(marks.selected, x: area.x, y: area.y, style: Style(.accent))
      canvas.cursor = Cursor(x: area.x, y: area.y)
    }
    if isMarked {
      canvas.put(marks.marked, x: area.x + 1, y: area.y, style: Style(.accent))
    } else if entry.reason == .escalatedToMe {
      canvas.put(marks.up, x: area.x + 1, y: area.y, style: Style(.warning))
    } else if entry.reason != .open {
      canvas.put(marks.left, x: area.x + 1, y: area.y, style: Style(.warning))
    } else {
      LookMark.draw(flag.id, into: &canvas, x: area.x + 1, y: area.y, scene)
    }
    canvas.put(
      RiskMark.text(figure.residualLevel, score: figure.shownScore, canvas.glyphs), x: area.x + 2,
      y: area.y)
    let room = area.width - 8
    canvas.put(
      flag.title, x: area.x + 7, y: area.y, style: isSelected ? Style(.title).bold : .plain,
      maxWidth: room)
    if area.height > 1 {
      let partner = scene.workspace.partnerName(flag.partner) ?? ""
      let age = flag.raised.map { Numbers.age(scene.today.days(since: scene.day($0))) } ?? ""
      canvas.put(
        partner, x: area.x + 7, y: area.y + 1, style: Style(.dim), maxWidth: room - age.count - 1)
      canvas.putRight(age, end: area.maxX - 1, y: area.y + 1, style: Style(.faint), maxWidth: 6)
    }
    if isSelected {
      canvas.highlight(area.inset(right: 1), ground: .selection)
    }
  }
}
