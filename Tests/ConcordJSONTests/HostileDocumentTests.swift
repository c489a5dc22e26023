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
    Hostile("byte order mark alone", "\u{FEFF}", .byteOrderMark, 1, 1),
    Hostile("byte order mark within", "[\u{FEFF}]", .unexpectedByte(0xEF, expected: .value), 1, 2),
    Hostile("byte order mark after", "1\n\u{FEFF}", .trailingBytes, 2, 1),
    Hostile("form feed as space", "\u{0C}1", .unexpectedByte(0x0C, expected: .value), 1, 1),
    Hostile("no-break space", "\u{A0}1", .unexpectedByte(0xC2, expected: .value), 1, 1),
    Hostile("two documents", "{} {}", .trailingBytes, 1, 4),
    Hostile("closing bracket too many", "[1]]", .trailingBytes, 1, 4),
    Hostile("a zero byte after", "1\0", .trailingBytes, 1, 2),
    Hostile("vertical tab as space", "[1,\u{0B}2]", .unexpectedByte(0x0B, expected: .value), 1, 4),
    Hostile("line separator", "[1,\u{2028}2]", .unexpectedByte(0xE2, expected: .value), 1, 4),
    Hostile("a comment", "// no\n1", found("/", .value), 1, 1),
    Hostile("a comment after", "1 // no", .trailingBytes, 1, 3),
    Hostile("a comment between", "[1,/* no */2]", found("/", .value), 1, 4),
    Hostile("a comment after a key", "{\"a\"/**/:1}", found("/", .colon), 1, 5),
    Hostile("a comment of the shell", "[\n# no\n1]", found("#", .value), 2, 1),
    Hostile("only a comma", ",", found(",", .value), 1, 1),
    Hostile("only a closing bracket", "]", found("]", .value), 1, 1),
    Hostile("a comma after", "{},", .trailingBytes, 1, 3),
    Hostile("two commas", "[1,,2]", found(",", .value), 1, 4),
    Hostile("only a comma in an object", "{,}", found(",", .keyOrBrace), 1, 2),
    Hostile("two commas in an object", "{\"a\":1,,\"b\":2}", found(",", .key), 1, 8),
    Hostile("trailing comma on its own line", "[\n  1\n  ,\n]", found("]", .value), 4, 1),
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
    Hostile("array not closed behind a comma", "[1,", end(.value), 1, 4),
    Hostile("object not closed behind a comma", "{\"a\":1,", end(.key), 1, 8),
    Hostile("object not closed behind a key", "{\"a\"", end(.colon), 1, 5),
    Hostile("object not closed behind a colon", "{\"a\":\n", end(.value), 2, 1),
    Hostile("object not closed behind a value", "{\"a\":[]", end(.commaOrBrace), 1, 8),
    Hostile("key without value", "{\"a\"}", found("}", .colon), 1, 5),
    Hostile("colon without value", "{\"a\":}", found("}", .value), 1, 6),
    Hostile("bare key", "{a:1}", found("a", .keyOrBrace), 1, 2),
    Hostile("number as key", "{1:1}", found("1", .keyOrBrace), 1, 2),
    Hostile("colon in an array", "[\"a\":1]", found(":", .commaOrBracket), 1, 5),
    Hostile("two colons", "{\"a\"::1}", found(":", .value), 1, 6),
    Hostile("= for a colon", "{\"a\"=1}", found("=", .colon), 1, 5),
    Hostile("null as key", "{null:1}", found("n", .keyOrBrace), 1, 2),
    Hostile("single quotes", "['a']", found("'", .value), 1, 2),
    Hostile("single quotes around a key", "{'a':1}", found("'", .keyOrBrace), 1, 2),
    Hostile("typographic quotes", "“a”", .unexpectedByte(0xE2, expected: .value), 1, 1),
    Hostile("a key twice", "{\"a\":1,\n \"a\":2}", .duplicateKey("a"), 2, 2),
    Hostile("a key twice, once escaped", #"{"a":1,"\u0061":2}"#, .duplicateKey("a"), 1, 8),
    Hostile("a key twice, first escaped", #"{"\u0061":1,"a":2}"#, .duplicateKey("a"), 1, 13),
    Hostile("a key twice, both escaped", #"{"\u002F":1,"\/":2}"#, .duplicateKey("/"), 1, 13),
    Hostile(
      "a key twice, once as a surrogate pair", "{\"😀\":1,\"\\uD83D\\uDE00\":2}",
      .duplicateKey("😀"), 1, 8),
    Hostile("the empty key twice", #"{"":1,"":2}"#, .duplicateKey(""), 1, 7),
    Hostile("a key twice, deep down", #"[{"a":{"b":1,"b":1}}]"#, .duplicateKey("b"), 1, 14),
    Hostile(
      "a key twice after many", "{" + (0..<20).map { "\"\($0)\":0,\n" }.joined() + #""\u0037":1}"#,
      .duplicateKey("7"), 21, 1),
    Hostile(
      "65 arrays", String(repeating: "[", count: 65), .tooDeep(limit: 64), 1, 65),
    Hostile(
      "65 arrays, all closed",
      String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .tooDeep(limit: 64),
      1, 65),
    Hostile(
      "33 arrays and 32 objects in turn",
      String(repeating: "[{\"a\":", count: 32) + "[1]" + String(repeating: "}]", count: 32),
      .tooDeep(limit: 64), 1, 193),
    Hostile(
      "100,000 arrays", String(repeating: "[", count: 100_000), .tooDeep(limit: 64), 1, 65),
    Hostile(
      "100,000 arrays, all closed, each on a line",
      String(repeating: "[\n", count: 100_000) + String(repeating: "]", count: 100_000),
      .tooDeep(limit: 64), 65, 1),
    Hostile(
      "100,000 objects", String(repeating: "{\"\":", count: 100_000), .tooDeep(limit: 64), 1, 257),
  ]

  private static let scalars: [Hostile] = [
    Hostile("True", "True", found("T", .value), 1, 1),
    Hostile("tru", "tru", end(.literal), 1, 4),
    Hostile("trux", "trux", found("x", .literal), 1, 4),
    Hostile("nulll", "nulll", .trailingBytes, 1, 5),
    Hostile("nul", "[nul]", found("]", .literal), 1, 5),
    Hostile("truefalse", "[truefalse]", found("f", .commaOrBracket), 1, 6),
    Hostile("undefined", "undefined", found("u", .value), 1, 1),
    Hostile("NaN", "NaN", found("N", .value), 1, 1),
    Hostile("Infinity", "Infinity", found("I", .value), 1, 1),
    Hostile("-Infinity", "-Infinity", found("I", .digit), 1, 2),
    Hostile("-NaN", "[-NaN]", found("N", .digit), 1, 3),
    Hostile("two minus signs", "--1", found("-", .digit), 1, 2),
    Hostile("minus and space", "- 1", .unexpectedByte(0x20, expected: .digit), 1, 2),
    Hostile("plus in an array", "[1,\n+1]", found("+", .value), 2, 1),
    Hostile("plus", "+1", found("+", .value), 1, 1),
    Hostile("minus alone", "-", end(.digit), 1, 2),
    Hostile("leading zero", "[01]", .leadingZero, 1, 2),
    Hostile("leading zeros after minus", "-00", .leadingZero, 1, 2),
    Hostile("leading zero before a point", "[00.5]", .leadingZero, 1, 2),
    Hostile("leading zero before an exponent", "01e1", .leadingZero, 1, 1),
    Hostile("only zeros", "{\"a\":000}", .leadingZero, 1, 6),
    Hostile("point first", ".5", found(".", .value), 1, 1),
    Hostile("minus and point", "-.5", found(".", .digit), 1, 2),
    Hostile("point alone", ".", found(".", .value), 1, 1),
    Hostile("point last", "5.", end(.digit), 1, 3),
    Hostile("point last in an array", "[1.,2]", found(",", .digit), 1, 4),
    Hostile("two points", "1.2.3", .trailingBytes, 1, 4),
    Hostile("comma for a point", "1,5", .trailingBytes, 1, 2),
    Hostile("point then exponent", "5.e1", found("e", .digit), 1, 3),
    Hostile("exponent without digits", "1e", end(.digit), 1, 3),
    Hostile("exponent with a sign only", "1e+", end(.digit), 1, 4),
    Hostile("exponent with two signs", "1e+-1", found("-", .digit), 1, 4),
    Hostile("exponent with a point", "1e1.5", .trailingBytes, 1, 4),
    Hostile("exponent alone", "[e1]", found("e", .value), 1, 2),
    Hostile("exponent without digits in an object", "{\"a\":1E}", found("}", .digit), 1, 8),
    Hostile("hexadecimal", "0x10", .trailingBytes, 1, 2),
    Hostile("digit separator", "1_000", .trailingBytes, 1, 2),
    Hostile("Arabic digits", "١", .unexpectedByte(0xD9, expected: .value), 1, 1),
  ]

  private static let strings: [Hostile] = [
    Hostile("string not closed", "\"abc", end(.closingQuote), 1, 5),
    Hostile("escaped closing quote", #""abc\""#, end(.closingQuote), 1, 7),
    Hostile("only a quotation mark", "\"", end(.closingQuote), 1, 2),
    Hostile("string not closed on the next line", "[\n\"abc]", end(.closingQuote), 2, 6),
    Hostile("key not closed", "{\"a:1}", end(.closingQuote), 1, 7),
    Hostile("backslash at the end", "\"\\", end(.escape), 1, 3),
    Hostile("newline in a string", "\"a\nb\"", .controlCharacter(0x0A), 1, 3),
    Hostile("tab in a string", "\"12345678\t\"", .controlCharacter(0x09), 1, 10),
    Hostile("zero byte in a string", "\"\0\"", .controlCharacter(0), 1, 2),
    Hostile("unit separator in a string", "\"\u{1F}\"", .controlCharacter(0x1F), 1, 2),
    Hostile(#"escape \x"#, #""\x41""#, .invalidEscape(UInt8(ascii: "x")), 1, 2),
    Hostile(#"escape \'"#, #""\'""#, .invalidEscape(UInt8(ascii: "'")), 1, 2),
    Hostile(#"escape \0"#, #""\0""#, .invalidEscape(UInt8(ascii: "0")), 1, 2),
    Hostile(#"escape \a"#, #""\a""#, .invalidEscape(UInt8(ascii: "a")), 1, 2),
    Hostile(#"escape \v"#, #""é\v""#, .invalidEscape(UInt8(ascii: "v")), 1, 3),
    Hostile(#"escape \N"#, #""\N""#, .invalidEscape(UInt8(ascii: "N")), 1, 2),
    Hostile("escaped newline", "\"a\\\nb\"", .invalidEscape(0x0A), 1, 3),
    Hostile("escape of a letter beyond ASCII", "\"\\é\"", .invalidEscape(0xC3), 1, 2),
    Hostile(#"escape \U"#, #""\U0041""#, .invalidEscape(UInt8(ascii: "U")), 1, 2),
    Hostile("escape of three digits", #""\u123""#, found("\"", .hexDigit), 1, 7),
    Hostile("escape without digits", #""\u""#, found("\"", .hexDigit), 1, 4),
    Hostile("escape with g", #""\u00g0""#, found("g", .hexDigit), 1, 6),
    Hostile("escape with a sign", #""\u+041""#, found("+", .hexDigit), 1, 4),
    Hostile(
      "escape with a space", #""\u 041""#, .unexpectedByte(0x20, expected: .hexDigit), 1, 4),
    Hostile("escape in braces", #""\u{41}""#, found("{", .hexDigit), 1, 4),
    Hostile("escape cut short", #""\u12"#, end(.hexDigit), 1, 6),
    Hostile("escape cut after u", #""\u"#, end(.hexDigit), 1, 4),
    Hostile("high surrogate alone", #""\ud800""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("high surrogate, then text", #""\uD800x""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("high surrogate, then another escape", #""\ud83d\n""#, .loneSurrogate(0xD83D), 1, 2),
    Hostile(
      "high surrogate, then a letter's escape", #""\ud83d\u0041""#, .loneSurrogate(0xD83D), 1, 2),
    Hostile("high surrogate, then a bad escape", #""\ud83d\u00x0""#, found("x", .hexDigit), 1, 12),
    Hostile(
      "two high surrogates and a low one", #""\ud83d\ud83d\ude00""#, .loneSurrogate(0xD83D), 1, 2),
    Hostile("a pair and a low surrogate", #""\ud83d\ude00\ude00""#, .loneSurrogate(0xDE00), 1, 14),
    Hostile("the last high surrogate", #""\uDBFF""#, .loneSurrogate(0xDBFF), 1, 2),
    Hostile("the last low surrogate", #"["a","\uDFFF"]"#, .loneSurrogate(0xDFFF), 1, 7),
    Hostile("two high surrogates", #""\ud800\ud800""#, .loneSurrogate(0xD800), 1, 2),
    Hostile("low surrogate alone", #""\udc00""#, .loneSurrogate(0xDC00), 1, 2),
    Hostile("surrogates the wrong way round", #""\udc00\ud800""#, .loneSurrogate(0xDC00), 1, 2),
    Hostile("high surrogate at the end", #""\ud800\u"#, end(.hexDigit), 1, 10),
    Hostile("surrogate in a key", #"{"\udfff":1}"#, .loneSurrogate(0xDFFF), 1, 3),
  ]

  private static func quoted(_ bytes: UInt8...) -> [UInt8] { [0x22] + bytes + [0x22] }

  private static let encodings: [Hostile] = [
    Hostile("continuation byte alone", bytes: quoted(0x80), .invalidUTF8, 1, 2),
    Hostile("last continuation byte alone", bytes: quoted(0xBF), .invalidUTF8, 1, 2),
    Hostile("control character of Latin-1", bytes: quoted(0x61, 0x9B, 0x32), .invalidUTF8, 1, 3),
    Hostile("continuation byte too many", bytes: quoted(0xC3, 0xA9, 0xA9), .invalidUTF8, 1, 3),
    Hostile("overlong slash", bytes: quoted(0xC0, 0xAF), .invalidUTF8, 1, 2),
    Hostile("overlong zero", bytes: quoted(0xC0, 0x80), .invalidUTF8, 1, 2),
    Hostile("overlong quotation mark", bytes: quoted(0xC0, 0xA2), .invalidUTF8, 1, 2),
    Hostile("overlong U+007F", bytes: quoted(0xC1, 0xBF), .invalidUTF8, 1, 2),
    Hostile("overlong in three", bytes: quoted(0xE0, 0x80, 0xAF), .invalidUTF8, 1, 2),
    Hostile("overlong U+07FF", bytes: quoted(0xE0, 0x9F, 0xBF), .invalidUTF8, 1, 2),
    Hostile("overlong in four", bytes: quoted(0xF0, 0x80, 0x80, 0xAF), .invalidUTF8, 1, 2),
    Hostile("overlong U+FFFF", bytes: quoted(0xF0, 0x8F, 0xBF, 0xBF), .invalidUTF8, 1, 2),
    Hostile("surrogate as bytes", bytes: quoted(0xED, 0xA0, 0x80), .invalidUTF8, 1, 2),
    Hostile("last surrogate as bytes", bytes: quoted(0xED, 0xBF, 0xBF), .invalidUTF8, 1, 2),
    Hostile(
      "a pair of surrogates as bytes", bytes: quoted(0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80),
      .invalidUTF8, 1, 2),
    Hostile("beyond U+10FFFF", bytes: quoted(0xF4, 0x90, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("byte F5", bytes: quoted(0xF5, 0x80, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("five bytes", bytes: quoted(0xF8, 0x88, 0x80, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("six bytes", bytes: quoted(0xFC, 0x84, 0x80, 0x80, 0x80, 0x80), .invalidUTF8, 1, 2),
    Hostile("byte FE", bytes: quoted(0xFE), .invalidUTF8, 1, 2),
    Hostile("byte FF", bytes: quoted(0xFF), .invalidUTF8, 1, 2),
    Hostile("Latin-1 é", bytes: quoted(0x63, 0xE9, 0x65, 0x65), .invalidUTF8, 1, 3),
    Hostile("second of two bytes missing", bytes: quoted(0xC3), .invalidUTF8, 1, 2),
    Hostile("second of two bytes is a letter", bytes: quoted(0xC3, 0x41), .invalidUTF8, 1, 2),
    Hostile("a letter begins within another", bytes: quoted(0xE2, 0xC3, 0xA9), .invalidUTF8, 1, 2),
    Hostile("third byte missing", bytes: quoted(0xE2, 0x82), .invalidUTF8, 1, 2),
    Hostile("fourth byte missing", bytes: quoted(0xF0, 0x9F, 0x98), .invalidUTF8, 1, 2),
    Hostile(
      "third of four bytes is a letter", bytes: quoted(0xF0, 0x9F, 0x41, 0x80), .invalidUTF8, 1, 2),
    Hostile("cut after one of two at the end", bytes: [0x22, 0xC3], .invalidUTF8, 1, 2),
    Hostile("cut after two of three at the end", bytes: [0x22, 0xE2, 0x82], .invalidUTF8, 1, 2),
    Hostile("cut at the end", bytes: [0x22, 0xF0, 0x9F], .invalidUTF8, 1, 2),
    Hostile(
      "cut after three of four at the end", bytes: [0x22, 0xF0, 0x9F, 0x98], .invalidUTF8, 1, 2),
    Hostile(
      "behind eight plain bytes", bytes: quoted(97, 97, 97, 97, 97, 97, 97, 97, 0xC0, 0xAF),
      .invalidUTF8, 1, 10),
    Hostile(
      "in a key", bytes: Array("{\n\"".utf8) + [0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D], .invalidUTF8,
      2, 2),
    Hostile(
      "behind an escape", bytes: Array("\"\\n".utf8) + [0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 1, 4),
    Hostile(
      "outside of strings", bytes: [0x5B, 0x80, 0x5D],
      .unexpectedByte(0x80, expected: .value), 1, 2),
    Hostile(
      "UTF-16 with its mark", bytes: [0xFF, 0xFE, 0x31, 0x00],
      .unexpectedByte(0xFF, expected: .value), 1, 1),
    Hostile(
      "UTF-16, big end first", bytes: [0x00, 0x31], .unexpectedByte(0, expected: .value), 1, 1),
    Hostile("UTF-32", bytes: [0x31, 0x00, 0x00, 0x00], .trailingBytes, 1, 2),
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

  /// Numbers that are JSON, and that no reader may take for a number that they are not.
  @Test(
    "A number beyond 64 bits keeps its text, and is refused with its place where one is asked for",
    arguments: [
      ("9223372036854775808", .integerOutOfRange("9223372036854775808")),
      ("-9223372036854775809", .integerOutOfRange("-9223372036854775809")),
      ("18446744073709551616", .integerOutOfRange("18446744073709551616")),
      ("1e999", .notAnInteger("1e999")), ("-1E+999", .notAnInteger("-1E+999")),
      ("1e-999", .notAnInteger("1e-999")), ("1.0", .notAnInteger("1.0")),
      ("-0.0", .notAnInteger("-0.0")), ("0e0", .notAnInteger("0e0")),
      (
        "1" + String(repeating: "0", count: 400),
        .integerOutOfRange("1" + String(repeating: "0", count: 400))
      ),
    ] as [(String, JSONError.Reason)])
  func numbersOutOfRange(_ number: String, _ reason: JSONError.Reason) throws {
    let document = Array("[\n  \(number)]".utf8)
    let value = try JSONValue.parse(document)
    #expect(value == [.number(number)])
    #expect(value[0]?.integer == nil)
    let error = try #require(throws: JSONError.self) {
      var cursor = JSONCursor()
      try cursor.beginArray(document.span)
      try cursor.requireElement(document.span)
      _ = try cursor.readInteger(document.span)
    }
    #expect(error.reason == reason)
    #expect(error.position == TextPosition(line: 2, column: 3))
  }

  @Test("Beyond a Double's range a number has no value, and -0 stays -0")
  func noMadeUpValues() throws {
    for number in ["1e999", "-1e999", "1" + String(repeating: "0", count: 400)] {
      #expect(try JSONValue.parse(number).double == nil, "\(number)")
    }
    let zero = try JSONValue.parse("-0")
    #expect(zero == .number("-0") && zero.double?.sign == .minus && zero.text == "-0")
  }

  @Test("Every control character is refused raw in a string and key, and taken as an escape")
  func controlCharacters() throws {
    for byte in UInt8(0)..<0x20 {
      for (document, column) in [("[\"a", 4), ("{\"a", 4)] {
        let bytes = Array(document.utf8) + [byte, 0x22]
        let error = try #require(throws: JSONError.self) { try JSONValue.parse(bytes) }
        #expect(error.reason == .controlCharacter(byte))
        #expect(error.position == TextPosition(line: 1, column: column))
      }
      let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16)
      #expect(try JSONValue.parse("\"\\u00\(digits)\"").string?.utf8.first == byte)
    }
  }

  @Test("64 arrays and objects inside one another are taken")
  func deepest() throws {
    let arrays = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    let both = String(repeating: "[{\"a\":", count: 32) + "1" + String(repeating: "}]", count: 32)
    for document in [arrays, both] {
      #expect(try JSONValue.parse(document).text == document)
      var cursor = JSONCursor()
      try cursor.skipValue(Array(document.utf8).span)
      #expect(cursor.depth == 0)
    }
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
