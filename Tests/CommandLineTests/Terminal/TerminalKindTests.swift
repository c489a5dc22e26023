import Foundation
import Testing

/// The dashboard on terminals of every kind that it may meet.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct TerminalKindTests {
  /// A terminal's name, and what it is like afterwards: those without keys that switch leave none.
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    /// Whether it has a second screen for full-screen programs.
    var hasSecondScreen = true
    var testDescription: String { name }
  }

  private static let kinds = [
    Kind(name: "xterm-256color"), Kind(name: "xterm-direct"), Kind(name: "screen"),
    Kind(name: "tmux-256color"), Kind(name: "linux", hasSecondScreen: false),
    Kind(name: "vt100", hasSecondScreen: false), Kind(name: "xterm"), Kind(name: "xterm-16color"),
  ]

  private func office(_ size: Int = 3) throws -> Program {
    let program = try Program()
    try program.office()
    for name in ["Heron Bay County", "Saltmarsh Police", "Tern Island Port"].prefix(size) {
      try program.county(name)
    }
    try TerminalDescriptions.install(program)
    return program
  }

  /// The same picture without a terminal.
  private func picture(_ program: Program, _ keys: String) throws -> String {
    let run = try program.run(
      "screenshot", "--screen", "overview", "--size", "100x30", "--keys", keys)
    #expect(run.status == 0, "\(run.words)")
    return run.output
  }

  private func expect(
    _ picture: String, on terminal: TmuxTerminal, location: SourceLocation = #_sourceLocation
  ) throws {
    try terminal.expect(picture, location: location) { terminal.screen == picture }
  }

  @Test("opens, moves, filters and leaves", arguments: kinds)
  func journey(kind: Kind) throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.mark()
    try terminal.start("", "TERM=\(kind.name)")
    try expect(try picture(program, ""), on: terminal)
    #expect(terminal.modes.description.contains("cursor 0") || kind.name == "vt100")
    #expect(terminal.modes.description.hasPrefix("alternate \(kind.hasSecondScreen ? 1 : 0)"))
    try terminal.type("j")
    try terminal.press("Down")
    try expect(try picture(program, "jj"), on: terminal)
    try terminal.type("/salt")
    try expect(try picture(program, "jj/salt"), on: terminal)
    try terminal.press("Enter")
    try expect(try picture(program, "jj/salt<Enter>"), on: terminal)
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    // What was there before is gone where there is but one screen.
    if !kind.hasSecondScreen {
      try terminal.type("clear; echo here-$((40+2))")
      try terminal.press("Enter")
      try terminal.expect("here-42")
    }
    try terminal.expectAsBefore()
  }

  @Test(
    "a terminal that cannot place its cursor, or that nobody knows, gets one sentence and a way out",
    arguments: [
      ("dumb", "concord: the terminal dumb cannot place its cursor"),
      ("nonesuch", "concord: this system has no description of the terminal nonesuch"),
      ("''", "concord: TERM is not set"),
    ])
  func unfit(name: String, words: String) throws {
    let program = try office(1)
    let terminal = try TmuxTerminal(program, width: 200, height: 30)
    try terminal.mark()
    try terminal.start("", "TERM=\(name)")
    try terminal.expect("left-1-41")
    let said = terminal.screen.split(separator: "\n").filter { $0.hasPrefix("concord: ") }
    #expect(said.count == 1 && said[0].hasPrefix(words), "\(terminal.screen)")
    #expect(said.first.map { $0.contains("set TERM") || $0.contains("set it") } ?? false)
    try terminal.expectAsBefore()
  }

  @Test("without UTF-8 lines and marks are ASCII, and columns stay in their places")
  func ascii() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.mark()
    try terminal.start("", "LC_ALL=C")
    let run = try program.run(
      "screenshot", "--screen", "overview", "--size", "100x30", "--ascii")
    try expect(run.output, on: terminal)
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    try terminal.expectAsBefore()
  }
}
