import Foundation
import Testing

/// What others did between two mornings, on a real terminal.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct LookJourneyTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.useOwnTemporaryDirectory()
    try program.office()
    for name in ["Heron Bay County", "Saltmarsh County"] { try program.county(name, state: "TX") }
    return program
  }

  private func start(_ terminal: TmuxTerminal, _ arguments: String = "") throws {
    let command = try Program.binary().path(percentEncoded: false)
    try terminal.type("clear; \(command) \(arguments); echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("PARTNER")
  }

  private func leave(_ terminal: TmuxTerminal) throws {
    try terminal.type("Q")
    try terminal.expect("left-41")
  }

  /// The page has the keys: its own goes first.
  private func leaveFromPage(_ terminal: TmuxTerminal) throws {
    try terminal.type("L")
    try leave(terminal)
  }

  private func change(_ program: Program) throws {
    let changed = try program.shell(
      "CONCORD_AUTHOR=k.osei $C flag add 'Heron Bay County' --category control "
        + "--title 'No oversight body named' --likelihood 4 --impact 4")
    #expect(changed.status == 0, "\(changed.words)")
  }

  @Test("first nothing is known, the next time what others did, and after c nothing is new")
  func days() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try start(terminal)
    try terminal.type("L")
    try terminal.expect("This is your first look")
    try leaveFromPage(terminal)
    try change(program)
    try start(terminal)
    try terminal.expect("•Heron Bay")
    try terminal.type("L")
    try terminal.expect("1 new")
    try terminal.expect("new, by k.osei")
    try terminal.type("c")
    try terminal.expect("Nothing happened since")
    try leaveFromPage(terminal)
    try start(terminal)
    try terminal.type("L")
    try terminal.expect("Nothing happened since")
    try leaveFromPage(terminal)
  }

  @Test("a dashboard that was killed has seen nothing; a read-only one shows it and keeps nothing")
  func killed() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try start(terminal)
    try leave(terminal)
    try change(program)
    try start(terminal, "--readonly")
    try terminal.type("L")
    try terminal.expect("1 new")
    try leaveFromPage(terminal)
    try start(terminal)
    try terminal.type("L")
    try terminal.expect("1 new")
    let shell = try terminal.tmux("display", "-p", "#{pane_pid}")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try program.shell("pkill -TERM -P \(shell)")
    try terminal.expect("left-41")
    try start(terminal)
    try terminal.type("L")
    try terminal.expect("1 new")
    try leaveFromPage(terminal)
    try start(terminal, "--as-of 2026-11-21")
    try terminal.type("L")
    try terminal.expect("without --as-of")
    try leaveFromPage(terminal)
  }

  @Test("typed again from a key log, the page and the signs are the same")
  func replayed() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try start(terminal)
    try leave(terminal)
    try change(program)
    try start(terminal, "open --keylog keys")
    try terminal.expect("•Heron Bay")
    try terminal.type("L")
    try terminal.expect("new, by k.osei")
    let screen = terminal.screen
    try leaveFromPage(terminal)
    let replay = try program.run("replay", "keys", "--until", "1")
    #expect(replay.status == 0, "\(replay.words)")
    #expect(lines(replay.output) == lines(screen))
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
