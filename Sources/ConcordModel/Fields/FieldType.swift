/// What a field holds, and so how it is written, read, compared, completed and checked.
public enum FieldType: Hashable, Sendable {
  /// One line of text.
  case text
  /// Text of several lines.
  case note
  /// A civil day, written `YYYY-MM-DD`.
  case day
  /// A moment, written in milliseconds since 1970.
  case instant
  /// A whole number in a range, with its unit (empty where it has none).
  case integer(ClosedRange<Int>, unit: String)
  /// Yes or no.
  case truth
  /// A key of the catalogue with this name.
  case choice(String)
  /// The id of a record of one of these kinds (at most eight).
  case reference([RecordKind])
  /// The ids of several records of one of these kinds (at most eight), each once.
  case references([RecordKind])
  /// Several texts, each once.
  case texts
  /// Several keys of the catalogue with this name, each once.
  case choices(String)
  /// A risk level, derived, never stored.
  case level

  /// Whether the field is a set, kept by element.
  public var isSet: Bool {
    switch self {
    case .texts, .choices, .references: true
    default: false
    }
  }

  /// The kinds of the records that the field's values name; nil where they name none.
  public var referenceKinds: [RecordKind]? {
    switch self {
    case .reference(let kinds), .references(let kinds): kinds
    default: nil
    }
  }

  /// Whether the slot of the field refers to text in the pool.
  package var isPooled: Bool {
    switch self {
    case .text, .note, .texts, .choices, .references: true
    default: false
    }
  }

  /// The catalogue that the field's values come from.
  public var catalogue: String? {
    switch self {
    case .choice(let name), .choices(let name): name
    default: nil
    }
  }
}
