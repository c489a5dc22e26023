import Testing

@testable import ConcordTerminal

@Suite("The terminal's answer about its cursor")
struct TerminalProbeTests {
  @Test(
    "The column is read, whatever was typed before",
    arguments: [
      ("\u{1B}[1;1R", 1), ("\u{1B}[24;80R", 80), ("jj\u{1B}[A\u{1B}[3;17R", 17),
      ("\u{1B}[24;80", nil), ("\u{1B}[24R", nil), ("R", nil), ("\u{1B}OR", nil), ("", nil),
      ("\u{1B}[1;99999999999999999999R", nil),
    ])
  func column(answer: String, expected: Int?) {
    #expect(TerminalProbe.column(in: Array(answer.utf8)) == expected)
  }

  @Test("Without a terminal nothing is asked")
  func noTerminal() {
    // Standard output of a test is not always none; a test that has one would be asked truly.
    if !TerminalReport().writesTerminal { #expect(TerminalProbe.measure(["x"]) == nil) }
  }
}
