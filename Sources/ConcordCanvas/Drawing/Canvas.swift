/// A window's worth of cells to draw on; a value, without a terminal.
///
/// Whatever is asked for, nothing is drawn outside ``clip``, and no control or half of a wide glyph
/// ever stands in a cell.
package struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  package let size: Size
  /// The signs that boxes, truncation and levels are drawn with; `ascii` also folds all text.
  package let glyphs: GlyphSet
  /// Where the terminal's own cursor stands; nil leaves it to the terminal.
  package var cursor: Cursor?
  /// The area that may be drawn on, at most ``bounds``; see ``clipped(to:_:)``.
  package private(set) var clip: Rect
  private var cells: [Cell]

  /// An empty canvas.
  package init(size: Size, glyphs: GlyphSet = .unicode) {
    self.size = size
    self.glyphs = glyphs
    clip = Rect(x: 0, y: 0, width: size.width, height: size.height)
    cells = Array(repeating: .blank(), count: size.width * size.height)
  }

  /// An empty canvas of `width` columns and `height` rows.
  package init(width: Int, height: Int, glyphs: GlyphSet = .unicode) {
    self.init(size: Size(width: width, height: height), glyphs: glyphs)
  }

  /// Columns.
  package var width: Int { size.width }
  /// Rows.
  package var height: Int { size.height }
  /// The whole window.
  package var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// The cell in column `x` of row `y`; a blank one outside the window.
  package subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * width + x] : .blank()
  }

  /// The cells of row `y`, which must be in the window.
  package func row(_ y: Int) -> ArraySlice<Cell> { cells[y * width..<(y + 1) * width] }

  /// Draws with everything outside `area` left alone.
  package mutating func clipped<Result>(
    to area: Rect, _ draw: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let outer = clip
    clip = clip.intersection(area)
    defer { clip = outer }
    return try draw(&self)
  }

  // The one door by which glyphs reach cells. The caller has checked that the glyph lies inside the
  // clip; the halves of wide glyphs that it cuts become blanks.
  mutating func set(_ glyph: Glyph, width columns: Int, style: Style, x: Int, y: Int) {
    let index = y * width + x
    if cells[index].isContinuation { blankWide(endingAt: index) }
    let last = index + columns - 1
    if cells[last].width == 2, last + 1 < (y + 1) * width { blankHalf(at: last + 1) }
    cells[index] = Cell(glyph, style: style, width: UInt8(columns))
    if columns == 2 { cells[last] = .continuation(style) }
  }

  // Gives the cells of an area other styles; glyphs stay.
  mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = area.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let index = y * width + x
        cells[index].style = change(cells[index].style)
      }
    }
  }

  private mutating func blankWide(endingAt index: Int) {
    cells[index - 1] = .blank(cells[index - 1].style)
    blankHalf(at: index)
  }

  private mutating func blankHalf(at index: Int) {
    cells[index] = .blank(cells[index].style)
  }
}
