/// Live flags by likelihood and impact.
public struct HeatmapCounts: Hashable, Sendable {
  private var cells = Array(repeating: Int32(0), count: 25)
  /// Flags in all cells.
  public private(set) var total = 0

  package init() {}

  /// Flags of a cell.
  public func count(likelihood: Int, impact: Int) -> Int {
    Int(cells[(likelihood - 1) * 5 + impact - 1])
  }

  /// Adds another's counts.
  package mutating func add(_ other: HeatmapCounts) {
    for cell in cells.indices { cells[cell] += other.cells[cell] }
    total += other.total
  }

  package mutating func add(_ rating: Rating, _ change: Int) {
    cells[(rating.likelihood - 1) * 5 + rating.impact - 1] += Int32(change)
    total += change
  }
}
