import ConcordCanvas
import Testing

@Suite("Nothing in a text can hide, move or rewrite what stands beside it")
struct SanitizingTests {
  @Test(
    "What is drawn of a text",
    arguments: [
      ("a\u{1B}[31mb", "a�[31mb"), ("a\u{7}b\u{0}", "a�b�"), ("a\u{9B}b", "a�b"),
      ("a\tb\nc\r\nd", "a b c d"), ("a\u{202E}b", "a�b"), ("a\u{2066}b\u{2069}", "a�b�"),
      ("a\u{200F}b", "a�b"), ("a\u{FEFF}b", "a�b"), ("a\u{200B}b", "a�b"),
      ("a\u{2028}b\u{A0}c", "a b c"), ("so\u{AD}ft", "so�ft"), ("\u{301}a", "\u{25CC}\u{301}a"),
      ("می\u{200C}خواهم", "میخواهم"), ("❤\u{FE0F}", "❤"), ("👩‍🔬!", "�!"), ("🇩🇪", "DE"),
      ("\u{3164}x", "�x"), ("\u{E0041}x", "�x"), ("\u{FFFF}", "�"),
      ("\u{1112}\u{1161}\u{11AB}", "한"),
    ])
  func drawn(text: String, expected: String) {
    var canvas = Canvas(width: 20, height: 1)
    canvas.put(text, x: 0, y: 0)
    let line = canvas.textLines()[0]
    #expect(Array(line.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "Without UTF-8 a text keeps its width and as much of its sense as ASCII can hold",
    arguments: [
      ("Café Müller Łódź", "Cafe Muller Lodz"), ("“a” – b…", "\"a\" - b~"), ("日本", "????"),
      ("▸ ✓ ✗", "> v x"), ("e\u{301}", "e"), ("😀", "??"), ("👩‍🔬", "?"), ("a\u{7}", "a?"),
      ("¡ÿſ", "!ys"),
    ])
  func folded(text: String, expected: String) {
    var canvas = Canvas(width: 20, height: 1, glyphs: .ascii)
    #expect(canvas.put(text, x: 0, y: 0) == TextMeasure.columns(of: text))
    #expect(canvas.textLines() == [expected])
  }

  @Test("A cell keeps four marks, and one of them is never lost to another cell")
  func manyMarks() {
    let marks = String(repeating: "\u{301}", count: 50)
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("a\(marks)b", x: 0, y: 0)
    #expect(canvas[0, 0].glyph.marks.count == Glyph.maximumMarks)
    #expect(canvas[1, 0].glyph == Glyph("b"))
  }
}
