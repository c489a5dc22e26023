import Testing

@testable import ConcordJSON

@Suite("Value")
struct JSONValueTests {
  @Test("Keeps the order of members and the text of numbers")
  func order() throws {
    let value = try JSONValue.parse(#" {"b":1.50,"a":[-0,1e9,12345678901234567890],"c":{}} "#)
    #expect(
      value
        == .object([
          JSONMember("b", .number("1.50")),
          JSONMember("a", [.number("-0"), .number("1e9"), .number("12345678901234567890")]),
          JSONMember("c", .object([])),
        ]))
    #expect(value.text == #"{"b":1.50,"a":[-0,1e9,12345678901234567890],"c":{}}"#)
    #expect(value["b"]?.double == 1.5)
    #expect(value["a"]?[1]?.double == 1e9)
    #expect(value["a"]?[3] == nil && value["d"] == nil && value["b"]?["x"] == nil)
  }

  @Test("Lookups give nil for another kind")
  func lookups() {
    let value: JSONValue = ["s": "text", "i": 3, "t": true, "n": nil, "a": [1]]
    #expect(value["s"]?.string == "text" && value["s"]?.integer == nil)
    #expect(value["i"]?.integer == 3 && value["i"]?.double == 3 && value["i"]?.bool == nil)
    #expect(value["t"]?.bool == true && value["n"]?.isNull == true)
    #expect(value["a"]?.array?.count == 1 && value.members?.count == 5)
    #expect(JSONValue.number("1e999").double == nil)
  }

  @Test("Two spellings of é are two keys and two strings")
  func canonicalEquivalence() throws {
    let value = try JSONValue.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"]?.integer == 1)
    #expect(value["e\u{301}"]?.integer == 2)
    #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
  }

  @Test("A key that stands twice among many is found")
  func manyKeys() throws {
    let members = (0..<1000).map { JSONMember("k\($0)", .integer(Int64($0))) }
    #expect(try JSONValue.parse(JSONValue.object(members).text) == .object(members))
    for place in [0, 15, 16, 17, 500] {
      let twice = JSONValue.object(members + [members[place]])
      let error = try #require(throws: JSONError.self) { try JSONValue.parse(twice.text) }
      #expect(error.reason == .duplicateKey("k\(place)"))
    }
  }

  @Test(
    "Escapes become their characters",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000""#, "\0"),
      (#""\u00e9\u20AC\ud83d\uDE00""#, "é€😀"), (#""\uffff\u2028""#, "\u{FFFF}\u{2028}"),
      ("\"\u{7F}\u{85}\u{FEFF}\"", "\u{7F}\u{85}\u{FEFF}"), ("\"\"", ""),
    ])
  func escapes(_ json: String, _ text: String) throws {
    let value = try JSONValue.parse(json)
    #expect(Array(value.string?.utf8 ?? "?".utf8) == Array(text.utf8))
  }
}
