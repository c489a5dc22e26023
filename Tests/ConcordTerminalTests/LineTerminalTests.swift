import ConcordCanvas
import Testing

@testable import ConcordTerminal

@Suite("A terminal that does not say what is pasted")
struct LineTerminalTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.feed(LineTerminal.marked(Array(text.utf8)))
  }

  @Test("Lines that come all at once are a paste, and act as no keys")
  func pastes() {
    #expect(keys("Heron Bay\rSaltmarsh\r") == [.paste("Heron Bay\nSaltmarsh\n")])
  }

  @Test(
    "What a person types ahead stays keys",
    arguments: ["jjjj\r", "dismiss this\r", "not ours, and never was"])
  func keysStay(_ text: String) {
    #expect(keys(text).count == text.unicodeScalars.count)
  }
}
