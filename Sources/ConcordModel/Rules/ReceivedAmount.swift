/// How much was received.
struct ReceivedAmount: Hashable, Sendable {
  /// Hundredths of a point.
  private(set) var points: Int128 = 0
  /// How many entries of the ledger.
  private(set) var entries = 0

  /// Adds an entry.
  mutating func add(_ centipoints: Int) {
    points += Int128(centipoints)
    entries += 1
  }

  /// Adds all that another one says.
  mutating func add(_ other: ReceivedAmount) {
    points += other.points
    entries += other.entries
  }
}
