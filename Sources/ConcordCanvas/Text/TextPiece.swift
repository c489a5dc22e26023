/// One cell's worth of a text, ready to draw.
struct TextPiece: Hashable, Sendable {
  /// What the cell shows.
  var glyph: Glyph
  /// Columns it takes, 1 or 2.
  var width: Int
  /// Whether a grapheme cluster begins here; a text may be cut only before such a piece.
  var startsCluster: Bool
}
