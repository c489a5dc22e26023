import ConcordCanvas
import ConcordModel

/// Draws a list of partners into a pane.
package struct PartnerListView {
  let list: RecordList
  let columns: PartnerColumns
  let isFocused: Bool

  package init(_ list: RecordList, _ columns: PartnerColumns, isFocused: Bool) {
    self.list = list
    self.columns = columns
    self.isFocused = isFocused
  }

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    guard area.height >= 2 else { return }
    drawHeads(into: &canvas, area.row(0))
    let body = area.splitTop(1).rest
    guard !list.rows.isEmpty else {
      drawEmpty(into: &canvas, body, scene)
      return
    }
    let top = list.cursor.firstShown(total: list.rows.count, height: body.height)
    for line in 0..<min(body.height, list.rows.count - top) {
      let place = top + line
      canvas.target(body.row(line), pane: 0, line: place)
      drawRow(
        into: &canvas, body.row(line), Int(list.rows[place]),
        isSelected: place == list.cursor.selected, scene)
    }
  }

  private func drawHeads(into canvas: inout Canvas, _ line: Rect) {
    canvas.put("PARTNER", x: line.x + 2, y: line.y, style: Style(.dim), maxWidth: columns.nameWidth)
    var x = line.x + 2 + columns.nameWidth + 1
    for column in columns.columns {
      if column.isRight {
        canvas.putRight(
          column.head, end: x + column.width, y: line.y, style: Style(.dim), maxWidth: column.width)
      } else {
        canvas.put(column.head, x: x, y: line.y, style: Style(.dim), maxWidth: column.width)
      }
      x += column.width + 1
    }
  }

  private func drawEmpty(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let lines: [String]
    if list.total == 0 {
      lines = [
        "No partners yet.", "", "concord import FILE brings them in;",
        "concord demo shows an office at work.",
      ]
    } else {
      lines = EmptyWords.none(
        "None of \(Numbers.grouped(list.total)) partners fits.", list.filter, list.kind,
        back: "Esc shows all again.", scene)
    }
    EmptyWords.draw(lines, into: &canvas, area.splitTop(1).rest)
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ row: Int, isSelected: Bool, _ scene: Scene
  ) {
    let partner = Partner(scene.workspace, row)
    let marks = canvas.glyphs.marks
    let nameStyle = isSelected ? Style(.title).bold : Style(.text)
    // The name alone, in one style: a whole row of many inks costs three times the bytes of a move.
    let highlight = Rect(
      x: line.x, y: line.y, width: min(line.width, columns.nameWidth + 2), height: 1)
    if isSelected {
      canvas.fill(highlight, style: nameStyle)
      canvas.put(marks.selected, x: line.x, y: line.y, style: nameStyle)
      canvas.cursor = Cursor(x: line.x, y: line.y)
    }
    if list.marks.contains(partner.id) {
      canvas.put(marks.marked, x: line.x + 1, y: line.y, style: Style(.accent))
    } else {
      LookMark.draw(partner.id, into: &canvas, x: line.x + 1, y: line.y, scene)
    }
    canvas.put(
      partner.name, x: line.x + 2, y: line.y, style: nameStyle, maxWidth: columns.nameWidth)
    let figure = partner.figure
    var x = line.x + 2 + columns.nameWidth + 1
    for column in columns.columns {
      drawCell(into: &canvas, column, x: x, y: line.y, partner, figure, scene)
      x += column.width + 1
    }
    if isSelected {
      canvas.highlight(highlight, ground: isFocused ? .selection : .quietSelection)
    }
  }

  private func drawCell(
    into canvas: inout Canvas, _ column: PartnerColumns.Column, x: Int, y: Int, _ partner: Partner,
    _ figure: PartnerFigure, _ scene: Scene
  ) {
    let marks = canvas.glyphs.marks
    let end = x + column.width
    switch column.field {
    case "kind":
      canvas.put(partner.shortKind, x: x, y: y, style: Style(.dim), maxWidth: column.width)
    case "risk":
      canvas.put(
        RiskMark.text(figure.level, score: figure.shownScore, canvas.glyphs), x: x, y: y,
        maxWidth: column.width)
    case "flags":
      let text = figure.liveFlags == 0 ? String(marks.nothing) : String(figure.liveFlags)
      let style = Style(figure.liveFlags == 0 ? .faint : .text)
      canvas.putRight(text, end: end, y: y, style: style, maxWidth: column.width)
    case "due":
      guard let due = figure.due else {
        canvas.putRight(String(marks.nothing), end: end, y: y, style: Style(.faint))
        return
      }
      let isLate = due < scene.today
      canvas.putRight(
        Numbers.shortDay(due, today: scene.today), end: end, y: y,
        style: isLate ? Style(.danger) : Style(.dim), maxWidth: column.width)
    case "tier":
      canvas.putRight(
        partner.tier.map { String($0) } ?? String(marks.nothing), end: end, y: y,
        style: Style(.dim), maxWidth: column.width)
    default:
      let text = FieldText.text(column.field, .partner, row: partner.row, scene.workspace)
      canvas.put(text, x: x, y: y, style: Style(.dim), maxWidth: column.width)
    }
  }
}
