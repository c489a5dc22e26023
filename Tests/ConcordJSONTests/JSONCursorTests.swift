import Testing

@testable import ConcordJSON

@Suite("Cursor")
struct JSONCursorTests {
  @Test("Reads a line of a journal without building values")
  func journalLine() throws {
    let line = Array(#"{"v":1,"w":"3ZB1","n":41,"more":true,"ops":[{"k":"new"},{"k":"del"}]}"#.utf8)
    let bytes = line.span
    var cursor = JSONCursor()
    var writer = ""
    var number: Int64 = 0
    var more = false
    var operations: [String] = []
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      if key.equals("w", in: bytes) {
        writer = try cursor.readString(bytes).string(in: bytes)
      } else if key.equals("n", in: bytes) {
        number = try cursor.readInteger(bytes)
      } else if key.equals("more", in: bytes) {
        more = try cursor.readBool(bytes)
      } else if key.equals("ops", in: bytes) {
        try cursor.beginArray(bytes)
        while try cursor.nextElement(bytes) {
          let range = try cursor.skipValue(bytes)
          operations.append(String(decoding: line[range], as: UTF8.self))
        }
      } else {
        try cursor.skipValue(bytes)
      }
    }
    try cursor.finish(bytes)
    #expect(writer == "3ZB1" && number == 41 && more)
    #expect(operations == [#"{"k":"new"}"#, #"{"k":"del"}"#])
    #expect(cursor.offset == line.count && cursor.depth == 0)
  }

  @Test("Empty and nested containers leave commas where they belong")
  func nesting() throws {
    let text = Array(" [ [ ] , { } , [ { \"a\" : [ ] , \"b\" : { } } ] , 1 ] ".utf8)
    var cursor = JSONCursor()
    #expect(try cursor.skipValue(text.span) == 1..<text.count - 1)
    try cursor.finish(text.span)
  }

  @Test(
    "Whole numbers",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9223372036854775807", Int64.max),
      ("-9223372036854775808", Int64.min),
    ] as [(String, Int64)])
  func integers(_ text: String, _ value: Int64) throws {
    var cursor = JSONCursor()
    #expect(try cursor.readInteger(Array(text.utf8).span) == value)
    #expect(cursor.offset == text.utf8.count)
  }

  @Test(
    "What is no whole number of 64 bits",
    arguments: [
      ("9223372036854775808", .integerOutOfRange("9223372036854775808")),
      ("-9223372036854775809", .integerOutOfRange("-9223372036854775809")),
      ("99999999999999999999999", .integerOutOfRange("99999999999999999999999")),
      ("1.0", .notAnInteger("1.0")), ("1e3", .notAnInteger("1e3")),
      ("\"1\"", .wrongKind(found: .string, expected: .number)),
      ("null", .wrongKind(found: .null, expected: .number)),
    ] as [(String, JSONError.Reason)])
  func notIntegers(_ text: String, _ reason: JSONError.Reason) throws {
    let error = try #require(throws: JSONError.self) {
      var cursor = JSONCursor()
      _ = try cursor.readInteger(Array(text.utf8).span)
    }
    #expect(error.reason == reason)
  }

  @Test("A depth limit of the caller's own is kept exactly")
  func depthLimit() throws {
    let two = Array("[[1],[2]]".utf8)
    var cursor = JSONCursor(depthLimit: 2)
    try cursor.skipValue(two.span)
    #expect(throws: JSONError.self) {
      var cursor = JSONCursor(depthLimit: 1)
      try cursor.skipValue(two.span)
    }
  }

  @Test("Keys are compared byte for byte, escapes undone")
  func keys() throws {
    let text = Array(#"{"na\u006de":1,"e\u0301":2,"nam":3,"names":4}"#.utf8)
    let bytes = text.span
    var cursor = JSONCursor()
    var matches: [[Bool]] = []
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      matches.append([key.equals("name", in: bytes), key.equals("\u{E9}", in: bytes)])
      try cursor.skipValue(bytes)
    }
    #expect(matches == [[true, false], [false, false], [false, false], [false, false]])
  }

  @Test("Null is taken only when it comes next")
  func nulls() throws {
    let text = Array("[null, 1]".utf8)
    let bytes = text.span
    var cursor = JSONCursor()
    try cursor.beginArray(bytes)
    #expect(try cursor.nextElement(bytes))
    #expect(try cursor.readNullIfNext(bytes))
    #expect(try cursor.nextElement(bytes))
    #expect(try !cursor.readNullIfNext(bytes))
    #expect(try cursor.readInteger(bytes) == 1)
    #expect(try !cursor.nextElement(bytes))
  }

  @Test("A cursor can begin in the middle, and its errors count from the document's beginning")
  func middle() throws {
    let text = Array("{\"a\":1}\n{\"b\":x}\n".utf8)
    var cursor = JSONCursor(at: 8)
    let error = try #require(throws: JSONError.self) { try cursor.skipValue(text.span) }
    #expect(error.offset == 13 && error.position == TextPosition(line: 2, column: 6))
  }

  @Test(
    "An array of a known length that ends early or goes on is refused where it does",
    arguments: [
      ("[1]", 3), ("[]", 2), ("[ ] 1,2]", 3), ("[1] 2]", 3), ("[1,2,3]", 5), ("[1 2]", 4),
    ])
  func knownLength(_ text: String, _ column: Int) throws {
    let bytes = Array(text.utf8)
    let error = try #require(throws: JSONError.self) {
      var cursor = JSONCursor()
      try cursor.beginArray(bytes.span)
      for _ in 0..<2 {
        try cursor.requireElement(bytes.span)
        _ = try cursor.readInteger(bytes.span)
      }
      guard try !cursor.nextElement(bytes.span) else {
        throw JSONError(.trailingBytes, at: cursor.offset - 1, in: bytes.span)
      }
    }
    #expect(error.position == TextPosition(line: 1, column: column))
  }

  @Test("Every place of a special byte in a long string is seen")
  func alignment() throws {
    for length in 0..<40 {
      for place in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        for (byte, ok) in [(0x1F, false), (0x7F, true), (0xFF, false), (0x20, true), (0x21, true)] {
          text[place] = UInt8(byte)
          let document: [UInt8] = [0x22] + text + [0x22]
          var cursor = JSONCursor()
          let read = try? cursor.readString(document.span)
          #expect((read != nil) == ok, "byte \(byte) at \(place) of \(length)")
        }
      }
    }
  }
}
