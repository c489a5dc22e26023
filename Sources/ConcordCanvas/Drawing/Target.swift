/// A part of the picture that a click means something to. What drew it gave it a pane and a line of its
/// own counting.
package struct Target: Hashable, Sendable {
  /// Where it was drawn.
  package let area: Rect
  /// The pane, as whoever drew it counts them.
  package let pane: Int
  /// The line in it; nil where only the pane is meant.
  package let line: Int?

  /// The pane of what lies on top of a screen.
  package static let layer = -1
}
