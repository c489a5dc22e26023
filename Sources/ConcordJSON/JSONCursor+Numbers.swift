extension JSONCursor {
  /// Consumes the number at `offset` after the grammar of RFC 8259, section 6.
  mutating func scanNumber(_ bytes: Span<UInt8>) throws(JSONError) -> JSONNumberText {
    let start = offset
    var index = offset
    var isInteger = true
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let leading = index
    index = try Self.digits(from: index, bytes)
    if bytes[leading] == UInt8(ascii: "0") && index > leading + 1 {
      throw JSONError(.leadingZero, at: leading, in: bytes)
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isInteger = false
      index = try Self.digits(from: index + 1, bytes)
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      index = try Self.digits(from: index, bytes)
    }
    offset = index
    return JSONNumberText(range: start..<index, isInteger: isInteger)
  }

  /// The index after one or more digits.
  private static func digits(from start: Int, _ bytes: Span<UInt8>) throws(JSONError) -> Int {
    var index = start
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
    if index > start { return index }
    guard index < bytes.count else {
      throw JSONError(.unexpectedEnd(expected: .digit), at: index, in: bytes)
    }
    throw JSONError(.unexpectedByte(bytes[index], expected: .digit), at: index, in: bytes)
  }
}
