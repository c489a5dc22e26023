/// What a line of the journal does to the state: few, generic, and each can be taken back.
public enum Operation: Hashable, Sendable {
  /// Makes a record. Its values are in the byte order of their fields' names. A derived id's values
  /// have rank 0: whatever a person writes wins over them.
  case new(RecordID, [NamedValue], derived: Bool)
  /// Gives a field a value (nil clears it); `was` and `of` are the value and the line it replaces.
  case set(RecordID, FieldChange)
  /// Puts an element into a set.
  case add(RecordID, ElementChange)
  /// Takes an element out of a set.
  case take(RecordID, ElementChange)
  /// Marks a record as gone.
  case delete(RecordID)
  /// The person's reason for the whole transaction.
  case why(String)
  /// Names an operation that is taken out of the journal for good.
  case redact(RemovedOperation)

  /// The record that it touches.
  public var record: RecordID? {
    switch self {
    case .new(let id, _, _), .set(let id, _), .add(let id, _), .take(let id, _), .delete(let id): id
    case .why, .redact: nil
    }
  }
}

/// A field's name with a value.
public struct NamedValue: Hashable, Sendable {
  /// The field's name.
  public let name: String
  /// The value.
  public let value: FieldValue

  package init(_ name: String, _ value: FieldValue) {
    self.name = name
    self.value = value
  }
}

/// A new value of a field, with what it replaces.
public struct FieldChange: Hashable, Sendable {
  /// The field's name.
  public let field: String
  /// The new value; nil clears the field.
  public let value: FieldValue?
  /// The value it replaces.
  public let was: FieldValue?
  /// The line whose value it replaces.
  public let of: LineID?
  /// Only in an undo or a redo: the line that the value belongs to from now on.
  public let origin: LineID?

  package init(
    _ field: String, _ value: FieldValue?, was: FieldValue? = nil, of: LineID? = nil,
    origin: LineID? = nil
  ) {
    self.field = field
    self.value = value
    self.was = was
    self.of = of
    self.origin = origin
  }
}

/// An element put into a set or taken out of it.
public struct ElementChange: Hashable, Sendable {
  /// The set's name.
  public let field: String
  /// The element.
  public let element: String
  /// The line that the element's state belonged to before.
  public let of: LineID?
  /// Only in an undo or a redo: the line that the element's state belongs to from now on.
  public let origin: LineID?

  package init(_ field: String, _ element: String, of: LineID? = nil, origin: LineID? = nil) {
    self.field = field
    self.element = element
    self.of = of
    self.origin = origin
  }
}
