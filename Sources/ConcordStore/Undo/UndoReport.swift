import ConcordModel

/// What an undo or a redo did: nothing is left out silently.
public struct UndoReport: Sendable {
  /// A field that somebody changed since, so that it was left as it is.
  public struct Left: Hashable, Sendable {
    /// The record.
    public let record: RecordID
    /// The field; the record's own being (`gone`) or a record that refers to it too.
    public let field: String
    /// The line that it belongs to now.
    public let line: LineID
    /// Who wrote that.
    public let author: String
    /// When.
    public let time: Instant
    /// With which command.
    public let command: String
  }

  /// The change that was to be taken back.
  public let taken: Transaction
  /// What was written; nil where all of it was changed since.
  public let written: Transaction?
  /// What was left, and whose it is now.
  public let left: [Left]
  /// Later changes of the same author of which nothing can be taken back any more, the newest first.
  public let passedOver: [Transaction]

  /// Whether there is anything that an undo takes back; of a preview.
  public let takesSomethingBack: Bool

  /// Whether everything was taken back.
  public var isComplete: Bool { left.isEmpty && written != nil }
}
