import ConcordTerminal
import Testing

@Suite("A terminal that will not do says why, and what to do")
struct TerminalErrorTests {
  @Test(
    "Every error names a way out",
    arguments: [
      (TerminalError.notATerminal(stream: "output"), "concord list"), (.noType, "TERM="),
      (.unknownType("nonesuch"), "TERM="),
      (.incapable("dumb", capability: "cup"), "concord list"),
      (.system(call: "tcgetattr", code: 5), "another terminal"),
    ])
  func wayOut(error: TerminalError, hint: String) {
    #expect(error.description.contains(hint))
  }
}
