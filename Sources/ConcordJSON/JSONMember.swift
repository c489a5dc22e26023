/// A key and its value in an object.
package struct JSONMember: Sendable, Hashable {
  /// The key, unescaped.
  package var key: String
  /// What it names.
  package var value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }

  /// Compares keys byte for byte: canonically equivalent spellings are different keys in JSON.
  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    for byte in key.utf8 { hasher.combine(byte) }
    hasher.combine(value)
  }
}
