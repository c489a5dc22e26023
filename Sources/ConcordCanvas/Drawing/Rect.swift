/// An area of the window. Its size is never negative; an area may be empty.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package let x: Int
  /// The topmost row.
  package let y: Int
  /// Columns, 0 or more.
  package let width: Int
  /// Rows, 0 or more.
  package let height: Int

  /// An area; a negative width or height counts as 0.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column right of the area.
  package var maxX: Int { x + width }
  /// The first row below the area.
  package var maxY: Int { y + height }
  /// Whether the area holds no cell.
  package var isEmpty: Bool { width == 0 || height == 0 }
  /// Columns and rows.
  package var size: Size { Size(width: width, height: height) }

  /// Whether a place lies in the area.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// What two areas share; empty when they share nothing.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The area less a margin on each side.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + min(max(0, left), width), y: y + min(max(0, top), height),
      width: width - max(0, left) - max(0, right), height: height - max(0, top) - max(0, bottom))
  }

  /// The area less the same margin on all sides.
  package func inset(by margin: Int) -> Rect {
    inset(left: margin, top: margin, right: margin, bottom: margin)
  }

  /// One row of the area, counted from its top; empty when the area has no such row.
  package func row(_ index: Int) -> Rect {
    Rect(
      x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// The area's rows, from the top.
  package var rows: [Rect] { (0..<height).map(row) }
}

/// Ways to divide an area.
extension Rect {
  /// The top `count` rows, and the rest.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let count = min(max(0, count), height)
    return (
      Rect(x: x, y: y, width: width, height: count),
      Rect(x: x, y: y + count, width: width, height: height - count)
    )
  }

  /// The bottom `count` rows, and the rest.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let parts = splitTop(height - min(max(0, count), height))
    return (parts.top, parts.rest)
  }

  /// The left `count` columns, and the rest.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let count = min(max(0, count), width)
    return (
      Rect(x: x, y: y, width: count, height: height),
      Rect(x: x + count, y: y, width: width - count, height: height)
    )
  }

  /// The right `count` columns, and the rest.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let parts = splitLeft(width - min(max(0, count), width))
    return (parts.left, parts.rest)
  }

  /// Columns side by side, wide in proportion to `weights`, `gap` columns apart.
  package func columns(_ weights: [Int], gap: Int = 0) -> [Rect] {
    Self.shares(of: width, weights: weights, gap: gap).map { start, length in
      Rect(x: x + start, y: y, width: length, height: height)
    }
  }

  /// Bands one above the other, high in proportion to `weights`, `gap` rows apart.
  package func bands(_ weights: [Int], gap: Int = 0) -> [Rect] {
    Self.shares(of: height, weights: weights, gap: gap).map { start, length in
      Rect(x: x, y: y + start, width: width, height: length)
    }
  }

  /// An area of a size in the middle of this one, cut down to fit.
  package func centered(width wanted: Int, height tall: Int) -> Rect {
    let size = Size(width: min(wanted, width), height: min(tall, height))
    return Rect(
      x: x + (width - size.width) / 2, y: y + (height - size.height) / 2,
      width: size.width, height: size.height)
  }

  // Shares by cumulative rounding, so that they always add up to the whole.
  private static func shares(of length: Int, weights: [Int], gap: Int) -> [(Int, Int)] {
    let weights = weights.map { max(0, $0) }
    let total = max(1, weights.reduce(0, +))
    let room = max(0, length - max(0, gap) * max(0, weights.count - 1))
    var sum = 0
    var result: [(Int, Int)] = []
    for (index, weight) in weights.enumerated() {
      let start = sum * room / total
      sum += weight
      let end = sum * room / total
      let offset = min(length, start + index * max(0, gap))
      result.append((offset, min(end - start, length - offset)))
    }
    return result
  }
}
