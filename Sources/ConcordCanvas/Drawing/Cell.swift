/// One column of one row.
package struct Cell: Hashable, Sendable {
  /// What is shown; a space in the second half of a wide glyph.
  package var glyph: Glyph
  /// How it is shown.
  package var style: Style
  /// Columns the glyph takes: 1, 2, or 0 in the second half of a wide glyph.
  package var width: UInt8

  /// A cell that shows a glyph of one or two columns.
  package init(_ glyph: Glyph, style: Style, width: UInt8 = 1) {
    self.glyph = glyph
    self.style = style
    self.width = width
  }

  /// An empty cell in a style.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(.space, style: style) }

  /// The second half of a wide glyph.
  static func continuation(_ style: Style) -> Cell { Cell(.space, style: style, width: 0) }

  /// Whether this is the second half of a wide glyph.
  package var isContinuation: Bool { width == 0 }
}
