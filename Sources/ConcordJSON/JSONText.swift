/// A string or key where it stands in a document: already validated, not yet unescaped.
package struct JSONText: Sendable, Equatable {
  /// The bytes between the quotation marks, in bytes of the document.
  package let range: Range<Int>
  /// Whether a backslash is among them; without one the raw bytes are the text.
  package let hasEscapes: Bool

  package init(range: Range<Int>, hasEscapes: Bool) {
    self.range = range
    self.hasEscapes = hasEscapes
  }

  /// The text as a `String`. `bytes` is the document that the cursor read.
  package func string(in bytes: Span<UInt8>) -> String {
    if !hasEscapes {
      // The cursor has validated these bytes.
      return String(copying: UTF8Span(unchecked: bytes.extracting(range)))
    }
    var buffer: [UInt8] = []
    append(to: &buffer, in: bytes)
    return String(copying: UTF8Span(unchecked: buffer.span))
  }

  /// Appends the text's UTF-8 bytes, unescaped, to `buffer`.
  package func append(to buffer: inout [UInt8], in bytes: Span<UInt8>) {
    buffer.reserveCapacity(buffer.count + range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte != 0x5C {
        buffer.append(byte)
        index += 1
      } else {
        index = Self.appendEscape(at: index, to: &buffer, in: bytes)
      }
    }
  }

  /// Whether the text is exactly `other`, byte for byte (no Unicode equivalence).
  package func equals(_ other: StaticString, in bytes: Span<UInt8>) -> Bool {
    if hasEscapes { return string(in: bytes).utf8.elementsEqual(other.description.utf8) }
    guard other.hasPointerRepresentation, range.count == other.utf8CodeUnitCount else {
      return false
    }
    let start = other.utf8Start
    for index in 0..<range.count where bytes[range.lowerBound + index] != start[index] {
      return false
    }
    return true
  }

  /// Whether another text of the same document is the same, byte for byte once unescaped.
  package func equals(_ other: JSONText, in bytes: Span<UInt8>) -> Bool {
    if hasEscapes || other.hasEscapes {
      return string(in: bytes).utf8.elementsEqual(other.string(in: bytes).utf8)
    }
    guard range.count == other.range.count else { return false }
    for index in 0..<range.count
    where bytes[range.lowerBound + index] != bytes[other.range.lowerBound + index] {
      return false
    }
    return true
  }

  /// Unescapes the validated escape at `index` and returns the index after it.
  private static func appendEscape(
    at index: Int, to buffer: inout [UInt8], in bytes: Span<UInt8>
  ) -> Int {
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      let first = codeUnit(at: index + 2, in: bytes)
      if first & 0xFC00 == 0xD800 {
        let second = codeUnit(at: index + 8, in: bytes)
        appendScalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), to: &buffer)
        return index + 12
      }
      appendScalar(first, to: &buffer)
      return index + 6
    case let literal: buffer.append(literal)
    }
    return index + 2
  }

  private static func codeUnit(at index: Int, in bytes: Span<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for digit in index..<index + 4 {
      value = value << 4 | UInt32(JSONCursor.hexValue(bytes[digit]) ?? 0)
    }
    return value
  }

  private static func appendScalar(_ value: UInt32, to buffer: inout [UInt8]) {
    switch value {
    case 0..<0x80:
      buffer.append(UInt8(value))
    case 0x80..<0x800:
      buffer.append(UInt8(0xC0 | value >> 6))
      buffer.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      buffer.append(UInt8(0xE0 | value >> 12))
      buffer.append(UInt8(0x80 | value >> 6 & 0x3F))
      buffer.append(UInt8(0x80 | value & 0x3F))
    default:
      buffer.append(UInt8(0xF0 | value >> 18))
      buffer.append(UInt8(0x80 | value >> 12 & 0x3F))
      buffer.append(UInt8(0x80 | value >> 6 & 0x3F))
      buffer.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
