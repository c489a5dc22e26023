/// Appends canonical JSON to bytes: no white space, the fewest escapes, whole numbers.
///
/// The caller decides the order of keys. Commas are the writer's: it looks at its last byte, so a
/// new line begins after a newline that the caller appended.
///
/// Escaped are only `"`, `\` and U+0000 to U+001F, these as `\b \t \n \f \r` or `\u00xx` in lower
/// case (the form of RFC 8785).
package struct JSONWriter: Sendable {
  /// What has been written.
  package var bytes: [UInt8]

  /// A writer that goes on after `bytes`.
  package init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// The text written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Objects and arrays

  /// Writes `{`, after a comma where one is due.
  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  /// Writes `}`.
  package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  /// Writes `[`, after a comma where one is due.
  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
  }

  /// Writes `]`.
  package mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  /// Writes a key and its colon, after a comma where one is due.
  package mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  // MARK: Values

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text.utf8.span)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string from bytes that are known to be UTF-8.
  package mutating func string(utf8 text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  package mutating func integer<Number: FixedWidthInteger>(_ number: Number) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { raw("null") }

  /// Writes a value that is JSON already, as it stands.
  package mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  /// Writes a value that is JSON already, as it stands.
  package mutating func raw(_ json: Span<UInt8>) {
    separate()
    append(json)
  }

  /// Ends a line of JSON Lines.
  package mutating func newline() { bytes.append(0x0A) }

  // MARK: Trees

  /// Writes a value with its members in the order that they have.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let lexeme): raw(lexeme)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a value with the keys of every object in the order of their UTF-8 bytes.
  package mutating func canonical(_ value: JSONValue) { self.value(value.sortedByKey) }

  // MARK: Steps

  /// A comma is due unless a value begins here: at the start, in a new container, after a key or
  /// on a new line. Strings end in a quotation mark, so their content cannot deceive.
  @inline(__always)
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), 0x0A: break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var copied = 0
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
      append(text.extracting(copied..<index))
      appendEscape(of: byte)
      copied = index + 1
    }
    append(text.extracting(copied..<text.count))
  }

  @inline(__always)
  private mutating func append(_ run: Span<UInt8>) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x00..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    default: bytes.append(byte)
    }
  }
}
