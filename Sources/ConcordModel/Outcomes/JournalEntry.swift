/// A change of the journal as a list of changes shows it.
public struct JournalEntry: Hashable, Sendable {
  /// Its line.
  public let id: LineID
  /// When it happened.
  public let instant: Instant
  /// Who made it.
  public let author: String
  /// Operating-system account, as `user@host`.
  public let account: String
  /// Such as `flag.mitigate`.
  public let command: String
  /// The change that it takes back.
  public let undoes: LineID?
  /// The person's reason, or that of the decision that it made.
  public let reason: String?
  /// The records that it touched, the first of them.
  public let records: [RecordID]
  /// All of them.
  public let recordCount: Int
  /// What it did, the first of it.
  public let operations: [Operation]
  /// All of it.
  public let operationCount: Int

  /// The most records and operations that an entry holds: more is counted.
  public static let most = 200

  /// The entry of a change.
  public init(_ change: Transaction) {
    id = change.id
    instant = change.instant
    author = change.author
    account = change.account
    command = change.command
    undoes = change.undoes
    reason = change.statedReason
    let records = change.records
    self.records = Array(records.prefix(Self.most))
    recordCount = records.count
    operations = change.steps.prefix(Self.most).map(\.operation)
    operationCount = change.steps.count
  }
}
