/// A place in the window: columns from the left, rows from the top, both from 0.
package struct Point: Hashable, Sendable {
  /// Columns from the left edge.
  package var x: Int
  /// Rows from the top edge.
  package var y: Int

  /// The place in column `x` of row `y`.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
