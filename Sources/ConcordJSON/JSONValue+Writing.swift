extension JSONValue {
  /// The value on one line, members in the order that they have.
  package var text: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }

  /// The canonical bytes: one line, keys in the order of their UTF-8 bytes, the fewest escapes.
  package var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.canonical(self)
    return writer.bytes
  }

  /// The value over several lines, two spaces a level, for people and for `--format json`.
  ///
  /// It ends without a newline.
  package var prettyText: String {
    var bytes: [UInt8] = []
    appendPretty(to: &bytes, level: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value with the members of every object in the order of their keys' UTF-8 bytes.
  package var sortedByKey: JSONValue {
    switch self {
    case .array(let elements):
      return .array(elements.map(\.sortedByKey))
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return .object(sorted.map { JSONMember($0.key, $0.value.sortedByKey) })
    default:
      return self
    }
  }

  private func appendPretty(to bytes: inout [UInt8], level: Int) {
    func indent(_ level: Int) {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }
    switch self {
    case .array(let elements) where !elements.isEmpty:
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        indent(level + 1)
        element.appendPretty(to: &bytes, level: level + 1)
      }
      indent(level)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members) where !members.isEmpty:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        indent(level + 1)
        bytes.append(contentsOf: JSONValue.string(member.key).text.utf8)
        bytes.append(contentsOf: ": ".utf8)
        member.value.appendPretty(to: &bytes, level: level + 1)
      }
      indent(level)
      bytes.append(UInt8(ascii: "}"))
    default:
      bytes.append(contentsOf: text.utf8)
    }
  }
}
