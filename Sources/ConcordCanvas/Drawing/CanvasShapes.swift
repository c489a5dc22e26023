/// Areas, lines and boxes.
extension Canvas {
  /// Fills an area with a sign of one column, by default with blanks.
  package mutating func fill(_ area: Rect, with sign: Character = " ", style: Style = .plain) {
    let area = area.intersection(clip)
    guard !area.isEmpty else { return }
    let pieces = TextShaping.pieces(of: String(sign), ascii: glyphs.isASCII)
    guard let piece = pieces.first, piece.width == 1 else { return }
    for y in area.y..<area.maxY { set(piece.glyph, style: style, x: area.x..<area.maxX, y: y) }
  }

  /// Puts another ground under an area; what is drawn there stays, in its inks.
  package mutating func highlight(_ area: Rect, ground: Ground) {
    restyle(area) { $0.on(ground) }
  }

  /// Shows an area in another ink, as when a pane behind a picker fades.
  package mutating func tint(_ area: Rect, ink: Ink) {
    restyle(area) { $0.ink(ink) }
  }

  /// Draws a horizontal line.
  package mutating func horizontalLine(x: Int, y: Int, length: Int, style: Style = .border) {
    fill(
      Rect(x: x, y: y, width: length, height: 1), with: glyphs.lines.horizontal, style: style)
  }

  /// Draws a vertical line.
  package mutating func verticalLine(x: Int, y: Int, length: Int, style: Style = .border) {
    fill(Rect(x: x, y: y, width: 1, height: length), with: glyphs.lines.vertical, style: style)
  }

  /// Draws a box around an area, with a title at its top left and, as far as there is room, a text
  /// at its top right; parts of it between middle dots that have no room are left away.
  /// - Returns: the area inside; empty when the box has no room inside.
  @discardableResult
  package mutating func box(
    _ area: Rect, title: String = "", trailing: String = "", focused: Bool = false,
    ground: Ground = .plain
  ) -> Rect {
    guard area.width >= 2, area.height >= 2 else { return area.inset(by: 1) }
    panes.append(CanvasPane(area: area, title: title, trailing: trailing, isFocused: focused))
    let style = Style(focused ? .focusBorder : .border, on: ground)
    let (right, bottom) = (area.maxX - 1, area.maxY - 1)
    horizontalLine(x: area.x, y: area.y, length: area.width, style: style)
    horizontalLine(x: area.x, y: bottom, length: area.width, style: style)
    verticalLine(x: area.x, y: area.y, length: area.height, style: style)
    verticalLine(x: right, y: area.y, length: area.height, style: style)
    put(glyphs.lines.topLeft, x: area.x, y: area.y, style: style)
    put(glyphs.lines.topRight, x: right, y: area.y, style: style)
    put(glyphs.lines.bottomLeft, x: area.x, y: bottom, style: style)
    put(glyphs.lines.bottomRight, x: right, y: bottom, style: style)
    label(area, title: title, trailing: trailing, focused: focused, ground: ground)
    return area.inset(by: 1)
  }

  // A corner and one column of line stay free on both sides: `┌─ Title ──── trailing ─┐`.
  private mutating func label(
    _ area: Rect, title: String, trailing: String, focused: Bool, ground: Ground
  ) {
    let room = area.width - 4
    guard room >= 3 else { return }
    var used = 0
    let whole = TextMeasure.columns(of: title)
    let beside = TextMeasure.columns(of: trailing)
    let isRoomy = (whole > 0 ? whole + 2 : 0) + 1 + beside + 2 <= room
    var parts = isRoomy ? [] : trailing.split(separator: " · ")
    if !title.isEmpty {
      let ink: Ink = focused ? .title : .text
      // A long title leaves room for the first part beside it, unless that took more than a third.
      let first = parts.first.map { TextMeasure.columns(of: String($0)) + 3 } ?? 0
      let most = first > room / 3 ? room - 2 : room - 2 - first
      let width = min(whole, most)
      used = width + 2
      fill(Rect(x: area.x + 2, y: area.y, width: used, height: 1), style: Style(on: ground))
      put(
        title, x: area.x + 3, y: area.y, style: Style(ink, on: ground, .bold), maxWidth: width)
    }
    // Of the trailing text as many parts show as have room, the first before the last; one column
    // of line keeps them off the title.
    var text = trailing
    while used + 1 + TextMeasure.columns(of: text) + 2 > room, !parts.isEmpty {
      parts.removeLast()
      text = parts.joined(separator: " · ")
    }
    let width = TextMeasure.columns(of: text)
    guard width > 0 else { return }
    let end = area.maxX - 2
    fill(Rect(x: end - width - 2, y: area.y, width: width + 2, height: 1), style: Style(on: ground))
    putRight(text, end: end - 1, y: area.y, style: Style(.dim, on: ground), maxWidth: width)
  }
}

extension Style {
  /// The style of a pane's border.
  package static let border = Style(.border)
}
