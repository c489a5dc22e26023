import ConcordCanvas
import Testing

@Suite("Texts are measured as they are drawn")
struct TextMeasureTests {
  @Test(
    "Columns of a text",
    arguments: [
      ("", 0), ("Harbor City", 11), ("Café", 4), ("Cafe\u{301}", 4), ("日本", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("नमस्ते", 4), ("नि", 2), ("العربية", 7), ("😀", 2),
      ("👩‍🔬", 1), ("👍🏽", 1), ("🇩🇪", 2), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
      ("a\r\nb", 3), ("\u{301}", 1), ("\u{200B}", 1), ("e\u{301}\u{302}\u{303}\u{304}\u{305}", 1),
    ])
  func columns(text: String, columns: Int) {
    #expect(TextMeasure.columns(of: text) == columns)
    var canvas = Canvas(width: 20, height: 1)
    #expect(canvas.put(text, x: 0, y: 0) == columns)
  }

  @Test(
    "A text too long ends in an ellipsis, never inside a grapheme",
    arguments: [
      ("Deltawave", 9, "Deltawave"), ("Deltawave", 8, "Deltawa…"), ("Deltawave", 1, "…"),
      ("Deltawave", 0, ""), ("日本銀行", 8, "日本銀行"), ("日本銀行", 7, "日本銀…"),
      ("日本銀行", 6, "日本…"), ("日本銀行", 2, "…"), ("Cafe\u{301}s", 4, "Caf…"),
      ("नमस्ते नम", 3, "नम…"), ("🇩🇪🇫🇷", 3, "🇩🇪…"),
    ])
  func truncated(text: String, columns: Int, expected: String) {
    let cut = TextMeasure.truncated(text, to: columns)
    #expect(cut == expected)
    #expect(TextMeasure.columns(of: cut) <= columns)
  }

  @Test("Drawing cuts a text where measuring does")
  func drawnAsMeasured() {
    for text in ["Deltawave", "日本銀行", "a日b本c", "Cafe\u{301}s", "नमस्ते नम"] {
      for room in 0...10 {
        var canvas = Canvas(width: 12, height: 1)
        canvas.put(text, x: 0, y: 0, maxWidth: room)
        #expect(
          canvas.textLines() == [TextMeasure.truncated(text, to: room)], "\(text) in \(room)")
      }
    }
  }

  @Test(
    "Lines break between words, else between graphemes",
    arguments: [
      ("states no roles", 9, ["states no", "roles"]), ("states  no", 20, ["states no"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab cdefgh", 3, ["ab", "cde", "fgh"]),
      ("one\ntwo\n", 9, ["one", "two", ""]), ("日本銀行", 5, ["日本", "銀行"]), ("日", 1, ["日"]),
      ("", 5, [""]), ("word", 0, [""]),
    ])
  func wrapped(text: String, columns: Int, expected: [String]) {
    #expect(TextMeasure.wrapped(text, to: columns) == expected)
  }
}
