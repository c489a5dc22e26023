/// Which changes of the journal are wanted: the newest first.
public struct JournalRequest: Hashable, Sendable {
  /// Only those that touched this record.
  public var record: RecordID?
  /// Only this author's.
  public var author: String?
  /// At most so many.
  public var limit: Int
  /// Tells requests apart: an answer to an older one is of no use any more.
  public var number: Int

  /// A request.
  public init(record: RecordID? = nil, author: String? = nil, limit: Int, number: Int) {
    self.record = record
    self.author = author
    self.limit = limit
    self.number = number
  }
}
