import Testing

@testable import ConcordJSON

/// Documents that are refused, each named for what is wrong with it.
@Suite("Hostile documents")
struct HostileDocumentTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let reason: JSONError.Reason
    let line: Int
    let column: Int

    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ reason: JSONError.Reason, _ line: Int = 1, _ column: Int
    ) {
      self.init(name, bytes: Array(text.utf8), reason, line, column)
    }

    init(
      _ name: String, bytes: [UInt8], _ reason: JSONError.Reason, _ line: Int = 1, _ column: Int
    ) {
      self.name = name
      self.bytes = bytes
      self.reason = reason
      self.line = line
      self.column = column
    }
  }

  private static func found(
    _ character: Unicode.Scalar, _ expected: JSONError.Expectation
  ) -> JSONError.Reason {
    .unexpectedByte(UInt8(ascii: character), expected: expected)
  }

  private static func end(_ expected: JSONError.Expectation) -> JSONError.Reason {
    .unexpectedEnd(expected: expected)
  }

  private static let structure: [Hostile] = [
    Hostile("nothing", "", end(.value), 1, 1),
    Hostile("only white space", " \n\t ", end(.value), 2, 3),
    Hostile("byte order mark", "\u{FEFF}{}", .byteOrderMark, 1, 1),
    Hostile("form feed as space", "\u{0C}1", .unexpectedByte(0x0C, expected: .value), 1, 1),
    Hostile("no-break space", "\u{A0}1", .unexpectedByte(0xC2, expected: .value), 1, 1),
    Hostile("two documents", "{} {}", .trailingBytes, 1, 4),
    Hostile("closing bracket too many", "[1]]", .trailingBytes, 1, 4),
    Hostile("a zero byte after", "1\0", .trailingBytes, 1, 2),
    Hostile("a comment", "// no\n1", found("/", .value), 1, 1),
    Hostile("trailing comma in an array", "[1,]", found("]", .value), 1, 4),
    Hostile("trailing comma in an object", "{\"a\":1,}", found("}", .key), 1, 8),
    Hostile("comma first", "[,1]", found(",", .value), 1, 2),
    Hostile("comma first in an object", "{,\"a\":1}", found(",", .keyOrBrace), 1, 2),
    Hostile("no comma", "[1 2]", found("2", .commaOrBracket), 1, 4),
    Hostile("no comma in an object", "{\"a\":1 \"b\":2}", found("\"", .commaOrBrace), 1, 8),
    Hostile("bracket closed by brace", "[1}", found("}", .commaOrBracket), 1, 3),
    Hostile("brace closed by bracket", "{\"a\":1]", found("]", .commaOrBrace), 1, 7),
    Hostile("array not closed", "[1", end(.commaOrBracket), 1, 3),
    Hostile("object not closed", "{", end(.keyOrBrace), 1, 2),
    Hostile("key without value", "{\"a\"}", found("}", .colon), 1, 5),
    Hostile("colon without value", "{\"a\":}", found("}", .value), 1, 6),
    Hostile("bare key", "{a:1}", found("a", .keyOrBrace), 1, 2),
    Hostile("number as key", "{1:1}", found("1", .keyOrBrace), 1, 2),
    Hostile("colon in an array", "[\"a\":1]", found(":", .commaOrBracket), 1, 5),
    Hostile("single quotes", "['a']", found("'", .value), 1, 2),
    Hostile("a key twice", "{\"a\":1,\n \"a\":2}", .duplicateKey("a"), 2, 2),
    Hostile("a key twice, once escaped", #"{"a":1,"\u0061":2}"#, .duplicateKey("a"), 1, 8),
    Hostile(
      "65 arrays", String(repeating: "[", count: 65), .tooDeep(limit: 64), 1, 65),
    Hostile(
      "100,000 objects", String(repeating: "{\"\":", count: 100_000), .tooDeep(limit: 64), 1, 257),
  ]

  private static let scalars: [Hostile] = [
    Hostile("True", "True", found("T", .value), 1, 1),
    Hostile("tru", "tru", end(.literal), 1, 4),
    Hostile("trux", "trux", found("x", .literal), 1, 4),
    Hostile("nulll", "nulll", .trailingBytes, 1, 5),
    Hostile("NaN", "NaN", found("N", .value), 1, 1),
    Hostile("Infinity", "Infinity", found("I", .value), 1, 1),
    Hostile("-Infinity", "-Infinity", found("I", .digit), 1, 2),
    Hostile("plus", "+1", found("+", .value), 1, 1),
    Hostile("minus alone", "-", end(.digit), 1, 2),
    Hostile("leading zero", "[01]", .leadingZero, 1, 2),
    Hostile("leading zeros after minus", "-00", .leadingZero, 1, 2),
    Hostile("point first", ".5", found(".", .value), 1, 1),
    Hostile("point last", "5.", end(.digit), 1, 3),
    Hostile("point then exponent", "5.e1", found("e", .digit), 1, 3),
    Hostile("exponent without digits", "1e", end(.digit), 1, 3),
    Hostile("exponent with a sign only", "1e+", end(.digit), 1, 4),
    Hostile("hexadecimal", "0x10", .trailingBytes, 1, 2),
    Hostile("digit separator", "1_000", .trailingBytes, 1, 2),
    Hostile("Arabic digits", "١", .unexpectedByte(0xD9, expected: .value), 1, 1),
  ]

  private static let strings: [Hostile] = [
    Hostile("string not closed", "\"abc", end(.closingQuote), 1, 5),
    Hostile("escaped closing quote", #""abc\""#, end(.closingQuote), 1, 7),
    Hostile("backslash at the end", "\"\\", end(.escape), 1, 3),
    Hostile("newline in a string", "\"a\nb\"", .controlCharacter(0x0A), 1, 3),
    Hostile("tab in a string", "\"12345678\t\"", .controlCharacter(0x09), 1, 10),
    Hostile("zero byte in a string", "\"\0\"", .controlCharacter(0), 1, 2),
    Hostile("unit separator in a string", "\"\u{1F}\"", .controlCharacter(0x1F), 1, 2),
    Hostile(#"escape \x"#, #""\x41""#, .invalidEscape(UInt8(ascii: "x")), 1, 2),
    Hostile(#"escape \'"#, #""\'""#, .invalidEscape(UInt8(ascii: "'")), 1, 2),
    Hostile(#"escape \U"#, #""\U0041""#, .invalidEscape(UInt8(ascii: "U")), 1, 2),
    Hostile("escape of three digits", #""\u123""#, found("\"", .hexDigit), 1, 7),
    Hostile("escape cut short", #""\u12"#, end(.hexDigit), 1, 6),
    Hostile("high surrogate alone", #""\ud800""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("high surrogate, then text", #""\uD800x""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("two high surrogates", #""\ud800\ud800""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("low surrogate alone", #""\udc00""#, .loneSurrogate(0xDC00), 1, 2),
    Hostile("surrogates the wrong way round", #""\udc00\ud800""#, .loneSurrogate(0xDC00), 1, 2),
    Hostile("high surrogate at the end", #""\ud800\u"#, end(.hexDigit), 1, 10),
    Hostile("surrogate in a key", #"{"\udfff":1}"#, .loneSurrogate(0xDFFF), 1, 3),
  ]

  private static func quoted(_ bytes: UInt8...) -> [UInt8] { [0x22] + bytes + [0x22] }

  private static let encodings: [Hostile] = [
    Hostile("continuation byte alone", bytes: quoted(0x80), .invalidUTF8, 1, 2),
    Hostile("overlong slash", bytes: quoted(0xC0, 0xAF), .invalidUTF8, 1, 2),
    Hostile("overlong in three", bytes: quoted(0xE0, 0x80, 0xAF), .invalidUTF8, 1, 2),
    Hostile("overlong in four", bytes: quoted(0xF0, 0x80, 0x80, 0xAF), .invalidUTF8, 1, 2),
    Hostile("surrogate as bytes", bytes: quoted(0xED, 0xA0, 0x80), .invalidUTF8, 1, 2),
    Hostile("beyond U+10FFFF", bytes: quoted(0xF4, 0x90, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("byte F5", bytes: quoted(0xF5, 0x80, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("byte FF", bytes: quoted(0xFF), .invalidUTF8, 1, 2),
    Hostile("Latin-1 é", bytes: quoted(0x63, 0xE9, 0x65, 0x65), .invalidUTF8, 1, 3),
    Hostile("third byte missing", bytes: quoted(0xE2, 0x82), .invalidUTF8, 1, 2),
    Hostile("cut at the end", bytes: [0x22, 0xF0, 0x9F], .invalidUTF8, 1, 2),
    Hostile(
      "UTF-16", bytes: [0x7B, 0x00, 0x7D, 0x00], .unexpectedByte(0, expected: .keyOrBrace), 1, 2),
  ]

  @Test(
    "is refused with its reason and place", arguments: structure + scalars + strings + encodings)
  func refused(_ hostile: Hostile) throws {
    let error = try #require(throws: JSONError.self) { try JSONValue.parse(hostile.bytes) }
    #expect(error.reason == hostile.reason)
    #expect(error.position == TextPosition(line: hostile.line, column: hostile.column))
    #expect(error.description.hasPrefix("line \(hostile.line), column \(hostile.column): "))
  }

  @Test("is refused when skipped, too", arguments: structure + scalars + strings + encodings)
  func refusedWhenSkipped(_ hostile: Hostile) throws {
    if case .duplicateKey = hostile.reason { return }
    let error = try #require(throws: JSONError.self) {
      var cursor = JSONCursor()
      try cursor.skipValue(hostile.bytes.span)
      try cursor.finish(hostile.bytes.span)
    }
    #expect(error.reason == hostile.reason)
  }

  @Test("Cut anywhere, a document is refused and nothing is read past its end")
  func cutAnywhere() {
    let whole = Array(
      #"{"a":[1,-2.5e+3,true,null],"é\ud83d\ude00":{"b":"x\n€😀"},"c":"12345678901234567890"}"#.utf8)
    #expect(throws: Never.self) { try JSONValue.parse(whole) }
    for count in whole.indices {
      #expect(throws: JSONError.self, "cut after \(count)") {
        try JSONValue.parse(Array(whole[..<count]))
      }
    }
  }

  @Test("Sentences say what to do, and print nothing that a terminal obeys")
  func sentences() throws {
    func sentence(_ text: String) -> String {
      do throws(JSONError) { return try JSONValue.parse(text).text } catch { return "\(error)" }
    }
    #expect(
      sentence("{\n  \"a\" 1}") == "line 2, column 7: expected : after the key but found \"1\"")
    #expect(
      sentence("\"\u{1B}[2J\"")
        == "line 1, column 2: a string holds the control character U+001B; write it as an escape")
    #expect(
      sentence(#"{"\u001b[2J":1,"\u001b[2J":2}"#)
        == "line 1, column 16: the key \"?[2J\" stands twice in one object")
    #expect(
      sentence("\u{FEFF}1")
        == "line 1, column 1: the text begins with a byte order mark; save it as UTF-8 without one")
  }
}
