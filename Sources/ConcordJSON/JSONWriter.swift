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
  package mutating func integer(_ number: Int) { integer(Int64(number)) }

  /// Writes a whole number of at most 64 bits.
  package mutating func integer<Number: FixedWidthInteger>(_ number: Number) {
    integer(UInt64(number.magnitude), isNegative: number < 0)
  }

  /// Writes a whole number.
  package mutating func integer(_ number: Int64) {
    integer(number.magnitude, isNegative: number < 0)
  }

  private mutating func integer(_ magnitude: UInt64, isNegative: Bool) {
    separate()
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    // From the last digit to the first; 64 bits have at most twenty.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = digits.count
      var rest = magnitude
      repeat {
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[place...]))
    }
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
    var index = Self.firstEscaped(text)
    if index == text.count { return append(text) }
    while index < text.count {
      let byte = text[unchecked: index]
      index += 1
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
      append(text.extracting(copied..<index - 1))
      appendEscape(of: byte)
      copied = index
    }
    append(text.extracting(copied..<text.count))
  }

  /// The place of the first byte that is to be escaped, eight bytes at a time; `count` where there is
  /// none, as in most texts.
  private static func firstEscaped(_ text: Span<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let bytes = text.bytes
    var place = 0
    while place + 8 <= text.count {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      // A byte is below n exactly where taking n away borrows, and its own top bit is not set; what
      // stands above the first such byte may be told wrongly, the first itself never.
      let found =
        ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote
          | (backslash &- ones) & ~backslash) & tops
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < text.count {
      let byte = text[unchecked: place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
      place += 1
    }
    return place
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
