import ConcordCanvas
import Testing

@Suite("A canvas as text, ANSI and HTML")
struct RenderingTests {
  private var canvas: Canvas {
    var canvas = Canvas(width: 6, height: 2)
    canvas.put("<b>", x: 0, y: 0, style: Style(.danger, .bold))
    canvas.put("72", x: 0, y: 1, style: .level(.high))
    return canvas
  }

  @Test("Text keeps signs and drops trailing blanks")
  func text() {
    #expect(canvas.textLines() == ["<b>", "72"])
  }

  @Test(
    "ANSI says each colour as the depth allows",
    arguments: [
      (ColourDepth.none, "\u{1B}[0;1m<b>", "\u{1B}[0;1m72"),
      (.eight, "\u{1B}[0;1;31m<b>", "\u{1B}[0;30;41m72"),
      (.sixteen, "\u{1B}[0;1;91m<b>", "\u{1B}[0;30;101m72"),
      (.indexed, "\u{1B}[0;1;38;5;204m<b>", "\u{1B}[0;38;5;16;48;5;208m72"),
      (.trueColour, "\u{1B}[0;1;38;2;255;95;135m<b>", "\u{1B}[0;38;2;0;0;0;48;2;255;135;0m72"),
    ])
  func ansi(depth: ColourDepth, first: String, second: String) {
    let blank3 = "\u{1B}[0m   \u{1B}[m\n"
    let blank4 = "\u{1B}[0m    \u{1B}[m\n"
    #expect(canvas.ansi(Theme(.dark, depth: depth)) == first + blank3 + second + blank4)
  }

  @Test("HTML escapes text and says colours")
  func html() {
    let page = canvas.html(Theme(.dark, depth: .indexed), title: "A & B")
    #expect(page.contains("<title>A &amp; B</title>"))
    #expect(page.contains("<span style=\"color:#ff5f87;font-weight:bold\">&lt;b&gt;</span>"))
    #expect(page.contains("<span style=\"color:#000000;background:#ff8700\">72</span>"))
  }

  @Test("A tag cannot hide behind a combining mark")
  func htmlMarks() {
    // Counted by scalars: to `contains`, a sign with a mark is another character.
    let tags = ["<\u{338}script>", "x\u{338}scripts"].map { text in
      var canvas = Canvas(width: 12, height: 1)
      canvas.put(text, x: 0, y: 0)
      return canvas.html(Theme()).unicodeScalars.filter { $0 == "<" }.count
    }
    #expect(tags[0] == tags[1])
  }
}
