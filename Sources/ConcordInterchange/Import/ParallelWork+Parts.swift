import ConcordModel

extension ParallelWork {
  /// What `body` gives for the numbers below `count`, `size` of them at a time, one after another in
  /// their order.
  func mapParts<Element: Sendable>(
    of count: Int, by size: Int, _ body: @escaping @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let parts = map((count + size - 1) / size) { part in
      body(part * size..<min((part + 1) * size, count))
    }
    var all: [Element] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all.append(contentsOf: part) }
    return all
  }
}
