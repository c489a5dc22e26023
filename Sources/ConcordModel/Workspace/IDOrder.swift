/// The ids of a kind in their order, as they were at one time: with it the shortest beginning that names
/// a record is found without a look at each of hundreds of thousands.
package struct IDOrder: Sendable {
  private let sorted: [UInt64]
  /// Rows that were there; what came later is looked at one by one.
  private let count: Int

  /// The ids of `table` as it is.
  package init(_ table: Table) {
    count = table.count
    sorted = table.ids().sorted()
  }

  /// The least difference (exclusive or) of any other id from `bits`; all ones where there is none.
  func leastDifference(from bits: UInt64, in table: Table) -> UInt64 {
    var least = table.leastDifference(from: bits, rows: count..<max(count, table.count))
    let place = firstPlace(of: bits)
    // Whatever begins most alike stands beside it.
    for neighbour in [place - 1, place, place + 1] where sorted.indices.contains(neighbour) {
      let difference = sorted[neighbour] ^ bits
      if difference != 0 { least = min(least, difference) }
    }
    return least
  }

  private func firstPlace(of bits: UInt64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bits { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
