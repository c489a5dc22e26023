/// A value as the journal writes it. The table of fields says what it means: choices, days and
/// references are text, moments are integers.
public enum FieldValue: Hashable, Sendable {
  /// Text, a choice's key, a day as `YYYY-MM-DD`, or a record's id.
  case text(String)
  /// A whole number, or a moment in milliseconds.
  case integer(Int64)
  /// Yes or no.
  case truth(Bool)
  /// The elements of a set, in byte order, each once.
  case texts([String])
  /// Something that this version does not know: canonical JSON.
  case raw(String)
}

extension FieldValue {
  /// A set from texts in any order.
  package static func set(_ elements: some Sequence<String>) -> FieldValue {
    let all = Array(elements)
    return .texts(all.count < 2 ? all : Set(all).sorted { ByteOrder.precedes($0, $1) })
  }

  /// Whether `elements` stand in byte order, each once.
  package static func isSet(_ elements: [String]) -> Bool {
    zip(elements, elements.dropFirst()).allSatisfy {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The text, where it is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, where it is one.
  public var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }
}
