/// A field that two or more people changed without knowing of each other's change. All values are
/// kept; the one with the greatest stamp stands until somebody settles it.
public struct Conflict: Hashable, Sendable {
  /// One of the values, with the line that wrote it.
  public struct Choice: Hashable, Sendable {
    /// The value; nil where the field was cleared. Of an element, whether it is in the set.
    public let value: FieldValue?
    /// The line that wrote it.
    public let line: LineID
  }

  /// The record.
  public let record: RecordID
  /// The field.
  public let field: String
  /// The element, where it is one of a set's.
  public let element: String?
  /// The field, with the element behind a slash where there is one.
  public var name: String { element.map { field + "/" + $0 } ?? field }
  /// The values, each once: the one that stands first, then the others from the newest on.
  public let choices: [Choice]
}
