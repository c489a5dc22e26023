import CNcurses
import CPlatform
import ConcordCanvas

/// Copies rows of cells into a curses window.
package struct RowWriter {
  private let isUTF8: Bool
  private var buffer: [cchar_t] = []

  /// A writer for a locale.
  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// Copies a row of cells.
  mutating func write(
    _ cells: ArraySlice<Cell>, y: Int, to window: UnsafeMutablePointer<WINDOW>,
    with paints: inout PaintBox
  ) {
    buffer.removeAll(keepingCapacity: true)
    var style: Style?
    var stroke = PaintBox.Stroke(attributes: 0, pair: 0)
    for cell in cells where !cell.isContinuation {
      if cell.style != style {
        style = cell.style
        stroke = paints.stroke(cell.style)
      }
      append(cell, stroke)
    }
    mvwadd_wchnstr(window, Int32(y), 0, buffer, Int32(buffer.count))
  }

  // Where libc, and so curses, counts other columns than the canvas, a fixed sign of one column
  // stands in, with a blank after it if the canvas counts two.
  private mutating func append(_ cell: Cell, _ stroke: PaintBox.Stroke) {
    let base = cell.glyph.base.value
    if Self.isCountedAlike(cell) {
      append(base, marks: cell.glyph.hasMarks ? cell.glyph.marks : [], stroke)
      return
    }
    append(isUTF8 ? Self.standIn.value : 0x3F, marks: [], stroke)
    if cell.width == 2 { append(0x20, marks: [], stroke) }
  }

  private static let standIn: Unicode.Scalar = "\u{FFFD}"

  private static func isCountedAlike(_ cell: Cell) -> Bool {
    cell.glyph.base.value < 0x7F || libraryWidth(cell.glyph.base) == Int(cell.width)
  }

  /// What a row shows in a UTF-8 locale once it is drawn, without trailing spaces; tests hold a
  /// terminal's screen against it.
  package static func shown(_ cells: ArraySlice<Cell>) -> String {
    var text = ""
    var end = text.endIndex
    for cell in cells where !cell.isContinuation {
      if isCountedAlike(cell) {
        cell.glyph.write(to: &text)
      } else {
        text.unicodeScalars.append(standIn)
        if cell.width == 2 { text.append(" ") }
      }
      if cell.glyph != .space { end = text.endIndex }
    }
    return String(text[..<end])
  }

  /// Columns that libc counts in the locale; -1 for what the locale cannot show.
  static func libraryWidth(_ scalar: Unicode.Scalar) -> Int { Int(cp_wcwidth(scalar.value)) }

  private mutating func append(
    _ base: UInt32, marks: [Unicode.Scalar], _ stroke: PaintBox.Stroke
  ) {
    var cell = cchar_t()
    if marks.isEmpty {
      cp_curses_cell(&cell, base, nil, 0, stroke.attributes, stroke.pair)
    } else {
      let values = marks.filter { Self.libraryWidth($0) == 0 }.map(\.value)
      cp_curses_cell(
        &cell, base, values, Int32(values.count), stroke.attributes, stroke.pair)
    }
    buffer.append(cell)
  }
}
