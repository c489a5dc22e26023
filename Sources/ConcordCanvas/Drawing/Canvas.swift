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
  /// The boxes that were drawn, in their order.
  package internal(set) var panes: [CanvasPane] = []
  private var cells: [Cell]
  /// What can be clicked, in the order in which it was drawn.
  private var targets: [Target] = []

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

  /// Notes that a click into an area, as far as it is drawn, means a pane or a line of it.
  package mutating func target(_ area: Rect, pane: Int, line: Int? = nil) {
    let shown = area.intersection(clip)
    if !shown.isEmpty { targets.append(Target(area: shown, pane: pane, line: line)) }
  }

  /// What a click at a place means: what was drawn there last.
  package func target(at place: Point) -> Target? { targets.last { $0.area.contains(place) } }

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
    let last = index + columns - 1
    blankHalves(first: index, last: last)
    cells[index] = Cell(glyph, style: style, width: UInt8(columns))
    if columns == 2 { cells[last] = .continuation(style) }
  }

  // The same for one glyph of one column, again and again in columns inside the clip.
  mutating func set(_ glyph: Glyph, style: Style, x columns: Range<Int>, y: Int) {
    let (first, last) = (y * width + columns.lowerBound, y * width + columns.upperBound - 1)
    blankHalves(first: first, last: last)
    let cell = Cell(glyph, style: style)
    for index in first...last { cells[index] = cell }
  }

  // The cells of a run of glyphs of one column that lie inside the clip, and how many stand before it;
  // nil where none does. What stays outside of wide glyphs at either end is blank now.
  private mutating func cleared(
    x: Int, y: Int, count: Int
  ) -> (first: Int, last: Int, skipped: Int)? {
    let start = max(x, clip.x)
    let end = min(x + count, clip.maxX)
    guard start < end, y >= clip.y, y < clip.maxY else { return nil }
    let (first, last) = (y * width + start, y * width + end - 1)
    blankHalves(first: first, last: last)
    return (first, last, start - x)
  }

  // The same for a run of printable ASCII, clipped here: most of what is drawn is such a run.
  mutating func set(plain text: String, style: Style, x: Int, y: Int, count: Int) {
    guard let (first, last, skipped) = cleared(x: x, y: y, count: count) else { return }
    var cell = Cell.blank(style)
    var text = text
    text.withUTF8 { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        for index in first...last {
          cell.glyph = Glyph(Unicode.Scalar(bytes[index - first + skipped]))
          cells[index] = cell
        }
      }
    }
  }

  // The same for scalars that each take a column as they stand.
  mutating func set(simple text: String, style: Style, x: Int, y: Int, count: Int) {
    guard let (first, last, skipped) = cleared(x: x, y: y, count: count) else { return }
    var cell = Cell.blank(style)
    for (scalar, index) in zip(text.unicodeScalars.dropFirst(skipped), first...last) {
      cell.glyph = Glyph(scalar)
      cells[index] = cell
    }
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

  // What stays outside of wide glyphs that are about to be cut at either end of a run of cells. A wide
  // glyph never ends a row with its first half, so the second is always there.
  private mutating func blankHalves(first: Int, last: Int) {
    if cells[first].isContinuation { blank(first - 1) }
    if cells[last].width == 2 { blank(last + 1) }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = .blank(cells[index].style)
  }
}
