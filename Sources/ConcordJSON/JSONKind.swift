/// The six kinds of JSON value (RFC 8259, section 3), with both booleans as one.
package enum JSONKind: String, Sendable, Hashable, CaseIterable {
  case null
  case bool
  case number
  case string
  case array
  case object

  /// The kind with its article, as it stands in a sentence.
  package var words: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
