import Testing

@testable import ConcordTerminal

@Suite("What the terminal database says")
struct CapabilitiesTests {
  @Test(
    "Padding is no part of a string",
    arguments: [
      ("\u{1B}[?1049l", "\u{1B}[?1049l"), ("a$<5>b$<10/>", "ab"), ("$<", "$<"), ("5$", "5$"),
      ("", ""),
    ])
  func padding(raw: String, expected: String) {
    #expect(Capabilities.withoutPadding(Array(raw.utf8)) == Array(expected.utf8))
  }
}
