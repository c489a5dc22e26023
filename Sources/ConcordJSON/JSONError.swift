/// Why a text is not the JSON that its reader expected, and where.
///
/// The data is for programs; `description` is the one place that makes the sentence for people.
package struct JSONError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Reason: Sendable, Equatable {
    /// The text ends where more was due.
    case unexpectedEnd(expected: Expectation)
    /// A byte that cannot stand here.
    case unexpectedByte(UInt8, expected: Expectation)
    /// A value of another kind than the reader asked for.
    case wrongKind(found: JSONKind, expected: JSONKind)
    /// A byte order mark before the document.
    case byteOrderMark
    /// A control character U+0000 to U+001F inside a string, not escaped.
    case controlCharacter(UInt8)
    /// A backslash before something that is no escape.
    case invalidEscape(UInt8)
    /// Half of a UTF-16 surrogate pair without its other half.
    case loneSurrogate(UInt16)
    /// Bytes that are not UTF-8: overlong, surrogate, beyond U+10FFFF, or cut short.
    case invalidUTF8
    /// A number with a needless zero in front.
    case leadingZero
    /// A number with a fraction or an exponent where a whole number was asked for.
    case notAnInteger(String)
    /// A whole number outside -2^63 … 2^63 - 1.
    case integerOutOfRange(String)
    /// Arrays and objects inside one another beyond the limit.
    case tooDeep(limit: Int)
    /// One key twice in an object (RFC 8259 leaves its meaning open; here it has none).
    case duplicateKey(String)
    /// Something other than white space after the document.
    case trailingBytes
  }

  /// What could have stood at the place of the error.
  package enum Expectation: String, Sendable, Equatable {
    case value = "a value"
    case keyOrBrace = "a key in quotation marks or }"
    case key = "a key in quotation marks"
    case colon = ": after the key"
    case commaOrBrace = ", or }"
    case valueOrBracket = "a value or ]"
    case commaOrBracket = ", or ]"
    case digit = "a digit"
    case hexDigit = "a hexadecimal digit"
    case escape = "an escape"
    case closingQuote = "the closing quotation mark"
    case literal = "true, false or null"
  }

  /// What is wrong.
  package let reason: Reason
  /// Where, in bytes from the beginning of the text.
  package let offset: Int
  /// Where, as an editor counts.
  package let position: TextPosition

  /// An error at `offset` of `bytes`; counts lines up to there.
  @inline(never)
  package init(_ reason: Reason, at offset: Int, in bytes: Span<UInt8>) {
    self.reason = reason
    self.offset = offset
    self.position = TextPosition(of: offset, in: bytes)
  }
}

extension JSONError: CustomStringConvertible {
  /// The whole sentence, place first: `line 3, column 7: expected , or } but found "x"`.
  package var description: String {
    "line \(position.line), column \(position.column): \(reason.sentence)"
  }
}

extension JSONError.Reason {
  /// What is wrong, in words, without the place.
  package var sentence: String {
    switch self {
    case .unexpectedEnd(let expected):
      "the text ends where \(expected.rawValue) should be"
    case .unexpectedByte(let byte, let expected):
      "expected \(expected.rawValue) but found \(Self.name(of: byte))"
    case .wrongKind(let found, let expected):
      "expected \(expected.words) but found \(found.words)"
    case .byteOrderMark:
      "the text begins with a byte order mark; save it as UTF-8 without one"
    case .controlCharacter(let byte):
      "a string holds \(Self.name(of: byte)); write it as an escape"
    case .invalidEscape(let byte):
      "\\ before \(Self.name(of: byte)) is no escape; a backslash itself is \\\\"
    case .loneSurrogate(let unit):
      "\\u\(Self.hex(unit, digits: 4)) is half of a surrogate pair without its other half"
    case .invalidUTF8:
      "the bytes here are not UTF-8; save the text as UTF-8"
    case .leadingZero:
      "a number has no zeros in front"
    case .notAnInteger(let text):
      "\(text) is not a whole number"
    case .integerOutOfRange(let text):
      "\(text) is too large; whole numbers end at \(Int64.max)"
    case .tooDeep(let limit):
      "more than \(limit) arrays and objects stand inside one another"
    case .duplicateKey(let key):
      "the key \"\(Self.shown(key))\" stands twice in one object"
    case .trailingBytes:
      "something follows after the end of the document"
    }
  }

  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
    case 0x20: "a space"
    case 0x00..<0x20, 0x7F: "the control character U+\(hex(UInt16(byte), digits: 4))"
    default: "the byte 0x\(hex(UInt16(byte), digits: 2))"
    }
  }

  /// A key as it may be printed: what a terminal could take for a command becomes `?`.
  private static func shown(_ key: String) -> String {
    var text = ""
    for scalar in key.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069: text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func hex(_ value: UInt16, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
