import Testing

@testable import ConcordTerminal

@Suite("The terminal's answer about its page is no key")
struct PageQuestionTests {
  private static let answer = "\u{1B}]11;rgb:ffff/fafa/f0f0\u{1B}\\"
  private static let end = "\u{1B}[?65;1;9c"

  @Test(
    "What is typed around the answers, and what they tell",
    arguments: [
      ("j\(answer)k\(end)l", "jkl", 0xFFFAF0, true), (end, "", nil, true), ("jk", "jk", nil, false),
      ("\u{1B}]11;rgb:00/80/ff\u{7}", "", 0x0080FF, false),
      ("\u{1B}]11;rgba:1/2/3/4\u{7}\u{1B}[A", "\u{1B}[A", 0x112233, false),
      ("\u{1B}]11;nonsense\u{7}x", "x", nil, false), ("\u{1B}]11;rgb:1/2\u{7}", "", nil, false),
      ("\u{1B}[?2004;1$y\u{1B}", "\u{1B}[?2004;1$y\u{1B}", nil, false),
      ("\u{1B}]52;c;eA==\u{7}", "\u{1B}]52;c;eA==\u{7}", nil, false),
      ("\(end)\(answer)", answer, nil, true), ("\u{1B}\u{1B}[A", "\u{1B}\u{1B}[A", nil, false),
    ] as [(String, String, UInt32?, Bool)])
  func typed(bytes: String, expected: String, page: UInt32?, isOver: Bool) {
    var question = PageQuestion()
    let typed = question.typed(Array(bytes.utf8))
    #expect(typed == Array(expected.utf8))
    #expect(question.page == page && question.isOver == isOver)
  }

  @Test("In any two chunks the same, but where an Escape stands alone between them")
  func chunks() {
    let bytes = Array("j\(Self.answer)k\(Self.end)l".utf8)
    for cut in bytes.indices where cut == 0 || bytes[cut - 1] != 0x1B {
      var question = PageQuestion()
      // `ESC [` may be a key's beginning, and is not held.
      if bytes[..<cut].suffix(2) == Array("\u{1B}[".utf8)[...] { continue }
      let typed = question.typed(Array(bytes[..<cut])) + question.typed(Array(bytes[cut...]))
      #expect(typed == Array("jkl".utf8), "\(cut)")
      #expect(question.page == 0xFFFAF0 && question.isOver, "\(cut)")
    }
  }

  @Test("A string that never ends is let through in the end")
  func endless() {
    var question = PageQuestion()
    let bytes = Array("\u{1B}]11;".utf8) + Array(repeating: UInt8(ascii: "x"), count: 100)
    #expect(question.typed(bytes) == bytes)
  }
}
