/// A record that a check finds fault with.
public struct CheckFault: Hashable, Sendable {
  /// The record.
  public let record: RecordID
  /// The record that it does not go with, where there is one.
  public let other: RecordID?

  /// A fault of a record.
  package init(_ record: RecordID, with other: RecordID? = nil) {
    self.record = record
    self.other = other
  }
}
