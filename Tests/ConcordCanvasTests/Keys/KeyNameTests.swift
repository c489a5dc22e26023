import ConcordCanvas
import Testing

@Suite("Keys have names that people can write")
struct KeyNameTests {
  @Test(
    "A name and its key",
    arguments: [
      ("j", Key.character("j")), ("G", .character("G")), ("Space", .character(" ")),
      ("^P", .control("p")), ("^Space", .control(" ")), ("^_", .control("_")),
      ("M-x", .alt("x")), ("M-X", .alt("X")), ("M-^P", .with(.alt, .control("p"))),
      ("Enter", .enter), ("Esc", .escape), ("S-Tab", .backTab), ("PgDn", .pageDown),
      ("F5", .function(5)), ("S-F5", .with(.shift, .function(5))), ("S-Up", .with(.shift, .up)),
      ("C-M-Left", .with([.control, .alt], .left)), ("^", .character("^")),
      ("-", .character("-")), ("F", .character("F")), ("é", .character("é")),
    ])
  func roundTrip(name: String, key: Key) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    "Other ways to write a key",
    arguments: [
      ("C-p", Key.control("p")), ("^p", .control("p")), ("C-P", .control("p")), ("A-x", .alt("x")),
      ("C-Space", .control(" ")), ("M-Space", .alt(" ")), ("C-Up", .with(.control, .up)),
      ("C-M-x", .with(.alt, .control("x"))), ("M-C-x", .with(.alt, .control("x"))),
    ])
  func others(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test("What names no key", arguments: ["", "Return", "jj", "^Enter", "C-", "F0", "F99", "\u{7}"])
  func refused(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("The mouse, a paste and the focus have no name")
  func nameless() {
    #expect(Key.paste("x").name == nil)
    #expect(Key.focus(true).name == nil)
    #expect(Key.mouse(MouseEvent(.move, at: Point(x: 0, y: 0))).name == nil)
  }
}
