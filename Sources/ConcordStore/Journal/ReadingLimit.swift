import ConcordModel

/// How far a journal is to be read.
package struct ReadingLimit: Hashable, Sendable {
  /// The last time that counts, in milliseconds since 1970.
  package let time: Int64
  /// Lines up to this number count whatever their time.
  package let number: Int64

  package init(time: Int64, number: Int64 = 0) {
    self.time = time
    self.number = number
  }

  /// Everything.
  package static let none = ReadingLimit(time: .max)

  /// How far ahead of this machine's clock another writer's lines may be: 24 hours, in milliseconds.
  package static let ahead: Int64 = 24 * 60 * 60 * 1000

  package func allows(_ transaction: Transaction) -> Bool {
    transaction.time <= time || transaction.id.number <= number
  }
}
