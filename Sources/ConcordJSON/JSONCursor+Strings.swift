extension JSONCursor {
  /// Consumes the string whose opening quotation mark is at `offset`, validating escapes and UTF-8.
  mutating func scanString(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText {
    let start = offset + 1
    var index = start
    var hasEscapes = false
    while true {
      index = Self.plainRun(from: index, bytes)
      guard index < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .closingQuote), at: index, in: bytes)
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        offset = index + 1
        return JSONText(range: start..<index, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index = try Self.escape(at: index, bytes)
      case 0x00..<0x20:
        throw JSONError(.controlCharacter(byte), at: index, in: bytes)
      case 0x80...:
        index = try Self.scalar(at: index, bytes)
      default:
        index += 1
      }
    }
  }

  /// The value of a hexadecimal digit, or nil.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The index of the first byte from `start` that is within eight of one that needs a look
  /// (quotation mark, backslash, control character, not ASCII): most text is passed eight bytes at
  /// a time.
  @inline(__always)
  private static func plainRun(from start: Int, _ bytes: Span<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = bytes.bytes
    var index = start
    while index + 8 <= bytes.count {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ ones &* 0x22
      let backslash = word ^ ones &* 0x5C
      // A byte's high bit is set where it is below 0x20, a quotation mark or a backslash;
      // false alarms right of a true one cost only the slow way for those eight bytes.
      let found =
        (word &- ones &* 0x20) & ~word
        | (quote &- ones) & ~quote
        | (backslash &- ones) & ~backslash
        | word
      if found & highs != 0 { return index + (found & highs).trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// Validates the escape at `index` and returns the index after it.
  private static func escape(at index: Int, _ bytes: Span<UInt8>) throws(JSONError) -> Int {
    guard index + 1 < bytes.count else {
      throw JSONError(.unexpectedEnd(expected: .escape), at: index + 1, in: bytes)
    }
    let byte = bytes[index + 1]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: index + 2, bytes)
      switch unit {
      case 0xD800..<0xDC00:
        let next = index + 6
        guard next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
          bytes[next + 1] == UInt8(ascii: "u")
        else { throw JSONError(.loneSurrogate(unit), at: index, in: bytes) }
        let second = try codeUnit(at: next + 2, bytes)
        guard 0xDC00..<0xE000 ~= second else {
          throw JSONError(.loneSurrogate(unit), at: index, in: bytes)
        }
        return index + 12
      case 0xDC00..<0xE000:
        throw JSONError(.loneSurrogate(unit), at: index, in: bytes)
      default:
        return index + 6
      }
    default:
      throw JSONError(.invalidEscape(byte), at: index, in: bytes)
    }
  }

  /// The four hexadecimal digits at `index`.
  private static func codeUnit(at index: Int, _ bytes: Span<UInt8>) throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for place in index..<index + 4 {
      guard place < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .hexDigit), at: place, in: bytes)
      }
      guard let digit = hexValue(bytes[place]) else {
        throw JSONError(.unexpectedByte(bytes[place], expected: .hexDigit), at: place, in: bytes)
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// Validates the scalar of two to four bytes at `index` (Unicode, table 3-7: well-formed UTF-8)
  /// and returns the index after it.
  private static func scalar(at index: Int, _ bytes: Span<UInt8>) throws(JSONError) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: throw JSONError(.invalidUTF8, at: index, in: bytes)
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
      throw JSONError(.invalidUTF8, at: index, in: bytes)
    }
    for place in index + 2..<index + length where bytes[place] & 0xC0 != 0x80 {
      throw JSONError(.invalidUTF8, at: index, in: bytes)
    }
    return index + length
  }
}
