/// Where the terminal's own cursor stands, so that screen readers and braille displays follow.
package struct Cursor: Hashable, Sendable {
  /// The place it stands on.
  package var position: Point
  /// Whether it is also shown, as in a prompt; on a selected row it only stands there.
  package var isVisible: Bool

  /// A cursor in column `x` of row `y`.
  package init(x: Int, y: Int, isVisible: Bool = false) {
    position = Point(x: x, y: y)
    self.isVisible = isVisible
  }
}
