/// An operation whose text was taken out of the journal: only its digest stands there, and, where
/// the state needs one, another operation in its place.
public struct RemovedOperation: Hashable, Sendable {
  /// The line that held it.
  public let line: LineID
  /// Its place among the operations of the line, from 0.
  public let place: Int
  /// The record whose text it held; nil where it held a reason.
  public let record: RecordID?
  /// The field that held the text; nil where it held a reason.
  public let field: String?
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public let digest: String
  /// SHA-256 of the bytes of what stands there instead; nil where nothing does.
  public let replacement: String?

  package init(
    line: LineID, place: Int, record: RecordID? = nil, field: String? = nil, digest: String,
    replacement: String? = nil
  ) {
    self.line = line
    self.place = place
    self.record = record
    self.field = field
    self.digest = digest
    self.replacement = replacement
  }
}
