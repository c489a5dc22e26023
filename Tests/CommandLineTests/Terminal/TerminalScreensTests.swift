import Foundation
import Testing

/// What is at work on the dashboard when it ends makes no difference to the terminal; and what stands
/// on the terminal is what was drawn.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct TerminalScreensTests {
  /// Types keys, holds the screen against a picture without a terminal, leaves what is at work by
  /// Esc, and the dashboard by Q.
  private func journey(
    _ keys: String, escapes: Bool = true, location: SourceLocation = #_sourceLocation
  ) throws {
    let program = try Program.withFlag()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.mark()
    try terminal.start()
    try terminal.expect("Heron Bay County", location: location)
    func expectPicture(_ keys: String) throws {
      let picture = try program.run(
        "screenshot", "--screen", "overview", "--size", "100x30", "--keys", keys)
      #expect(picture.status == 0, "\(picture.words)", sourceLocation: location)
      try terminal.expect(picture.output, location: location) { terminal.screen == picture.output }
    }
    try terminal.type(keys)
    try expectPicture(keys)
    if escapes {
      try terminal.press("Escape")
      try expectPicture(keys + "<Esc>")
    }
    try terminal.type("Q")
    try terminal.expect("left-0-41", location: location)
    try terminal.expectAsBefore(location: location)
    #expect(try program.run("verify").status == 0, sourceLocation: location)
  }

  @Test func start() throws { try journey("", escapes: false) }
  @Test func triage() throws { try journey("3", escapes: false) }
  @Test func filter() throws { try journey("/her") }
  @Test func form() throws { try journey("2e") }
  @Test func palette() throws { try journey(":tri") }
  @Test func help() throws { try journey("?") }
  @Test func arithmetic() throws { try journey("3=") }
  @Test func question() throws { try journey("3a") }
}
