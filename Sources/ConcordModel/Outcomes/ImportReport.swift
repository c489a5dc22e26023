/// What an import did with each row: created + updated + merged + unchanged + rejected = read.
public struct ImportReport: Hashable, Sendable {
  /// A row that was refused.
  public struct Refusal: Hashable, Sendable {
    /// Line of the file, 1 for the first.
    public let line: Int
    /// Why, in a sentence.
    public let reason: String
    /// The cells of the row as they were read.
    public let cells: [String]

    /// A refused row.
    public init(line: Int, reason: String, cells: [String]) {
      self.line = line
      self.reason = reason
      self.cells = cells
    }
  }

  /// Rows read.
  public var read = 0
  /// Rows that made a record.
  public var created = 0
  /// Rows that changed a record that was there before.
  public var updated = 0
  /// Rows that joined a record made by an earlier row of the same file.
  public var merged = 0
  /// Rows whose record stands as they say.
  public var unchanged = 0
  /// Rows that were refused.
  public var rejected: Int { refusals.count }
  /// Pairs put on the review list.
  public var review = 0
  /// The columns of the file.
  public var columns: [String] = []
  /// The refused rows.
  public var refusals: [Refusal] = []

  /// An empty report.
  public init() {}
}
