import Foundation
import Testing

/// `concord open --linear` on a real terminal that can do nothing but print.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct LinearJourneyTests {
  private func open(_ program: Program, term: String = "dumb") throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(program, width: 120, height: 50)
    try terminal.type(
      "stty -a > before; TERM=\(term) sh -c 'echo $$ > pid; exec ./concord open --linear'; "
        + "echo left-$?-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("selected: Heron Bay County; kind: county")
    return terminal
  }

  private func isAsBefore(_ terminal: TmuxTerminal) throws {
    try terminal.type("stty -a > after; cmp before after && echo same-$((2))terminal")
    try terminal.press("Enter")
    try terminal.expect("same-2terminal")
  }

  @Test("decide with a key, hear what was done, leave; the terminal is as before")
  func decide() throws {
    let program = try Program.withFlag()
    let terminal = try open(program)
    try terminal.type("3")
    try terminal.expect("Screen 3, Triage")
    try terminal.expect("Queue, 1 left: high 85, No oversight body; Heron Bay County, 0d")
    try terminal.type("m")
    try terminal.expect("Treatment: ")
    try terminal.type("1")
    try terminal.expect("u takes it back")
    try terminal.expect("Queue, 0 left, 1 today: Nothing is left.")
    let listed = try program.run("list", "flags", "--columns", "status", "--format", "tsv")
    #expect(listed.output.contains("treating"))
    #expect(!terminal.screen.contains("│") && !terminal.screen.contains("[?"))
    #expect(terminal.screen.contains("Treatment: "))
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    try isAsBefore(terminal)
  }

  @Test("it stops and goes on, and says the whole screen when it is back")
  func suspend() throws {
    let program = try Program.withFlag()
    let terminal = try open(program, term: "xterm-256color")
    try terminal.type("3")
    try terminal.expect("Screen 3, Triage")
    try terminal.press("C-z")
    try terminal.expect("Stopped")
    try isAsBefore(terminal)
    try terminal.type("clear; fg")
    try terminal.press("Enter")
    try terminal.expect("selected: high 85, No oversight body")
    try terminal.type("Q")
    // What is typed before the program has ended is typed into the program.
    try terminal.expect("the shell's prompt") {
      terminal.screen.split(separator: "\n").last?.hasPrefix("bash-") ?? false
    }
    try isAsBefore(terminal)
  }

  @Test("a signal that ends it leaves the terminal as it was", arguments: ["TERM", "HUP", "SEGV"])
  func signals(_ name: String) throws {
    let program = try Program.withFlag()
    let terminal = try open(program)
    try program.shell("kill -\(name) $(cat pid)")
    try terminal.expect("left-1")
    try isAsBefore(terminal)
  }

  @Test("a terminal that cannot place its cursor is told of it")
  func wayOut() throws {
    let program = try Program.withFlag()
    let terminal = try TmuxTerminal(program, width: 200, height: 50)
    try terminal.type("TERM=dumb ./concord")
    try terminal.press("Enter")
    try terminal.expect("concord open --linear")
  }
}
