import ConcordCanvas

/// Writes lines into an area from its top down, and stops at its end.
struct Pen {
  let area: Rect
  private(set) var y: Int

  init(_ area: Rect) {
    self.area = area
    y = area.y
  }

  /// Lines that are left.
  var left: Int { max(0, area.maxY - y) }

  mutating func skip(_ lines: Int = 1) { y += lines }

  mutating func line(into canvas: inout Canvas, _ parts: [StyledText]) {
    guard left > 0 else { return }
    canvas.put(parts, x: area.x, y: y, maxWidth: area.width)
    y += 1
  }

  /// A name in a column of its own, and its text.
  mutating func fact(into canvas: inout Canvas, _ name: String, _ text: String, _ style: Style) {
    guard left > 0 else { return }
    canvas.put(name, x: area.x, y: y, style: Style(.dim), maxWidth: 10)
    canvas.put(text, x: area.x + 11, y: y, style: style, maxWidth: max(0, area.width - 11))
    y += 1
  }

  /// A heading after an empty line, where there is room for both and a line more.
  mutating func head(into canvas: inout Canvas, _ text: String) {
    if left > 2, area.height >= 26 { y += 1 }
    line(into: &canvas, [StyledText(text, Style(.dim))])
  }

  /// A text to the left, another to the right.
  mutating func pair(into canvas: inout Canvas, _ parts: [StyledText], _ right: String) {
    guard left > 0 else { return }
    let width = TextMeasure.columns(of: right)
    canvas.put(parts, x: area.x, y: y, maxWidth: max(0, area.width - width - 1))
    canvas.putRight(right, end: area.maxX, y: y, style: Style(.dim), maxWidth: width)
    y += 1
  }

  /// Text over several lines, broken at spaces; what does not fit ends in an ellipsis.
  mutating func paragraph(
    into canvas: inout Canvas, _ text: String, _ style: Style, lines: Int
  ) {
    for line in Paragraph.lines(text, width: area.width, most: min(lines, left)) {
      canvas.put(line, x: area.x, y: y, style: style, maxWidth: area.width)
      y += 1
    }
  }
}
