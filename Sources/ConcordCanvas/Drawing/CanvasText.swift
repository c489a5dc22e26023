/// Text.
extension Canvas {
  /// Where a text stands in the room it is given.
  package enum Alignment: Hashable, Sendable {
    case left, right, center
  }

  /// Draws a text from column `x` of row `y`, in at most `maxWidth` columns; what does not fit is
  /// cut at a grapheme boundary and ends in `…`.
  ///
  /// Without `maxWidth` the text may run to the right edge of the clip.
  /// - Returns: the columns the text took, drawn or clipped.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int, y: Int, style: Style = .plain, maxWidth: Int? = nil
  ) -> Int {
    let room = maxWidth ?? max(0, clip.maxX - x)
    guard room > 0 else { return 0 }
    if let count = TextMeasure.plainCount(of: text) {
      return putPlain(text, count: count, room: room, style: style, x: x, y: y)
    }
    if let count = simpleCount(of: text) {
      return putSimple(text, count: count, room: room, style: style, x: x, y: y)
    }
    let pieces = fitted(TextShaping.pieces(of: text, ascii: glyphs.isASCII), room: room)
    return place(pieces, style: style, x: x, y: y)
  }

  /// Draws a text in the first row of an area, cut to its width.
  /// - Returns: the columns the text took.
  @discardableResult
  package mutating func put(
    _ text: String, in area: Rect, style: Style = .plain, align: Alignment = .left
  ) -> Int {
    guard !area.isEmpty else { return 0 }
    if let count = TextMeasure.plainCount(of: text) {
      let x = Self.start(of: min(count, area.width), in: area, align)
      return putPlain(text, count: count, room: area.width, style: style, x: x, y: area.y)
    }
    if let count = simpleCount(of: text) {
      let x = Self.start(of: min(count, area.width), in: area, align)
      return putSimple(text, count: count, room: area.width, style: style, x: x, y: area.y)
    }
    let pieces = fitted(TextShaping.pieces(of: text, ascii: glyphs.isASCII), room: area.width)
    let used = pieces.reduce(0) { $0 + $1.width }
    let x = Self.start(of: used, in: area, align)
    return place(pieces, style: style, x: x, y: area.y)
  }

  private static func start(of columns: Int, in area: Rect, _ align: Alignment) -> Int {
    switch align {
    case .left: area.x
    case .right: area.maxX - columns
    case .center: area.x + (area.width - columns) / 2
    }
  }

  /// Draws a text that ends just before column `end`, in at most `maxWidth` columns.
  /// - Returns: the columns the text took.
  @discardableResult
  package mutating func putRight(
    _ text: String, end: Int, y: Int, style: Style = .plain, maxWidth: Int? = nil
  ) -> Int {
    let room = maxWidth ?? max(0, end - clip.x)
    return put(
      text, in: Rect(x: end - room, y: y, width: room, height: 1), style: style, align: .right)
  }

  /// Draws a line of several styles, cut as a whole to `maxWidth` columns.
  /// - Returns: the columns the line took.
  @discardableResult
  package mutating func put(
    _ line: [StyledText], x: Int, y: Int, maxWidth: Int? = nil
  ) -> Int {
    let room = maxWidth ?? max(0, clip.maxX - x)
    let total = line.reduce(0) { $0 + TextMeasure.columns(of: $1.text) }
    var used = 0
    for (index, part) in line.enumerated() where used < room {
      let left = room - used
      let isLast = index == line.count - 1
      let columns = TextMeasure.columns(of: part.text)
      // A part that just fits still gives up its end when more would follow it.
      let isCut = columns > left || (columns == left && !isLast && total > room)
      if isCut {
        let mark = String(glyphs.marks.ellipsis)
        let cut = columns > left ? part.text : part.text + mark
        used += put(cut, x: x + used, y: y, style: part.style, maxWidth: left)
        return used
      }
      used += put(part.text, x: x + used, y: y, style: part.style, maxWidth: left)
    }
    return used
  }

  /// Draws one sign of the glyph set, or any other character of one column.
  package mutating func put(_ sign: Character, x: Int, y: Int, style: Style = .plain) {
    if let glyph = TextShaping.sign(sign, ascii: glyphs.isASCII) {
      place(glyph, width: 1, style: style, x: x, y: y)
    } else {
      put(String(sign), x: x, y: y, style: style)
    }
  }

  // The same as with pieces, for printable ASCII: most of what is drawn.
  private mutating func putPlain(
    _ text: String, count: Int, room: Int, style: Style, x: Int, y: Int
  ) -> Int {
    guard count > room else {
      set(plain: text, style: style, x: x, y: y, count: count)
      return count
    }
    let kept = max(0, room - 1)
    set(plain: text, style: style, x: x, y: y, count: kept)
    put(glyphs.marks.ellipsis, x: x + kept, y: y, style: style)
    return kept + 1
  }

  // In ASCII a sign may become another, so there each is looked at.
  private func simpleCount(of text: String) -> Int? {
    glyphs.isASCII ? nil : TextMeasure.simpleCount(of: text)
  }

  // The same as with pieces, for a text whose scalars each take a column as they stand.
  private mutating func putSimple(
    _ text: String, count: Int, room: Int, style: Style, x: Int, y: Int
  ) -> Int {
    let isCut = count > room
    let kept = isCut ? max(0, room - 1) : count
    set(simple: text, style: style, x: x, y: y, count: kept)
    guard isCut else { return count }
    put(glyphs.marks.ellipsis, x: x + kept, y: y, style: style)
    return kept + 1
  }

  // The pieces that fit into `room` columns, the last one an ellipsis if any were left out.
  private func fitted(_ pieces: [TextPiece], room: Int) -> ArraySlice<TextPiece> {
    var used = 0
    var boundary = 0
    for (index, piece) in pieces.enumerated() {
      // The last place before which a cut leaves a column for the ellipsis.
      if piece.startsCluster, used <= room - 1 { boundary = index }
      used += piece.width
      if used > room {
        let mark = TextShaping.pieces(
          of: String(glyphs.marks.ellipsis), ascii: glyphs.isASCII)
        return (pieces[..<boundary] + mark)[...]
      }
    }
    return pieces[...]
  }

  private mutating func place(
    _ pieces: ArraySlice<TextPiece>, style: Style, x: Int, y: Int
  ) -> Int {
    var column = x
    for piece in pieces {
      place(piece.glyph, width: piece.width, style: style, x: column, y: y)
      column += piece.width
    }
    return column - x
  }

  // Draws what of a glyph lies inside the clip; half of a wide one becomes a space.
  private mutating func place(_ glyph: Glyph, width: Int, style: Style, x: Int, y: Int) {
    guard y >= clip.y, y < clip.maxY else { return }
    if x >= clip.x, x + width <= clip.maxX {
      set(glyph, width: width, style: style, x: x, y: y)
    } else if width == 2 {
      if x >= clip.x, x < clip.maxX { set(.space, width: 1, style: style, x: x, y: y) }
      if x + 1 >= clip.x, x + 1 < clip.maxX {
        set(.space, width: 1, style: style, x: x + 1, y: y)
      }
    }
  }
}
