import Testing

@testable import ConcordJSON

@Suite("Writer")
struct JSONWriterTests {
  @Test("Escapes only what must be")
  func escapes() {
    var every = ""
    for value in UInt8(0)..<0x80 { every.unicodeScalars.append(Unicode.Scalar(value)) }
    var writer = JSONWriter()
    writer.string(every + "é\u{2028}😀/")
    let expected =
      #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
      + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d"#
      + ##"\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"##
      + "abcdefghijklmnopqrstuvwxyz{|}~\u{7F}é\u{2028}😀/\""
    #expect(writer.text == expected)
  }

  @Test("Finds what must be escaped wherever it stands")
  func escapesAnywhere() {
    for length in 1...20 {
      for place in 0..<length {
        for (byte, escape) in [(0x22, #"\""#), (0x5C, #"\\"#), (0x1F, #"\u001f"#), (0x0A, #"\n"#)] {
          // The bytes around differ by one from what is escaped.
          var scalars = Array(repeating: UInt8(0x21), count: length)
          if place > 0 { scalars[place - 1] = 0x5D }
          scalars[place] = UInt8(byte)
          var writer = JSONWriter()
          writer.string(String(decoding: scalars, as: UTF8.self))
          let text = scalars.map { $0 == UInt8(byte) ? escape : String(Unicode.Scalar($0)) }
            .joined()
          #expect(writer.text == "\"" + text + "\"")
        }
      }
    }
    var writer = JSONWriter()
    writer.string("ééééééé\u{80}\u{9F}\"")
    #expect(writer.text == "\"ééééééé\u{80}\u{9F}\\\"\"")
  }

  @Test("Writes whole numbers of all sizes")
  func integers() {
    let numbers: [Int64] = [.min, -10, -9, -1, 0, 1, 9, 10, 1_795_219_351_123, .max]
    var writer = JSONWriter()
    writer.beginArray()
    for number in numbers { writer.integer(number) }
    writer.integer(UInt64.max)
    writer.integer(UInt8(200))
    writer.integer(-7)
    writer.endArray()
    let texts = numbers.map { String($0) } + ["18446744073709551615", "200", "-7"]
    #expect(writer.text == "[" + texts.joined(separator: ",") + "]")
  }

  @Test("Puts commas where they belong, on every line anew")
  func commas() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a{")
    writer.beginArray()
    writer.integer(Int64.min)
    writer.string(":")
    writer.string("[")
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.null()
    writer.endArray()
    writer.key("b")
    writer.bool(false)
    writer.key("c")
    writer.raw(#"{"x":1}"#)
    writer.endObject()
    writer.newline()
    writer.string(utf8: Array("next".utf8).span)
    #expect(
      writer.text
        == "{\"a{\":[-9223372036854775808,\":\",\"[\",{},[],null],\"b\":false,\"c\":{\"x\":1}}\n"
        + "\"next\"")
  }

  @Test("Canonical: keys in the order of their UTF-8 bytes, at every level")
  func canonical() {
    // U+10000 stands after U+FFFF in UTF-8, before it in UTF-16.
    let value: JSONValue = [
      "\u{10000}": 1, "\u{FFFF}": 2, "a": [["z": 1, "Z": 2]], "": nil, "aa": true, "e\u{301}": 3,
    ]
    #expect(
      String(decoding: value.canonicalBytes, as: UTF8.self)
        == "{\"\":null,\"a\":[{\"Z\":2,\"z\":1}],\"aa\":true,\"e\u{301}\":3,\"\u{FFFF}\":2,\"\u{10000}\":1}"
    )
  }

  @Test("Pretty: two spaces a level, empty containers closed at once")
  func pretty() {
    let value: JSONValue = ["a": [1, ["b": "x\n"], []], "c": [:], "d": nil]
    #expect(
      value.prettyText == """
        {
          "a": [
            1,
            {
              "b": "x\\n"
            },
            []
          ],
          "c": {},
          "d": null
        }
        """)
    #expect(JSONValue.integer(1).prettyText == "1")
  }
}
