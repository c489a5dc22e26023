import Foundation
import Testing

/// One journey of the real binary on a real terminal: open, look, decide, find it on disk, take it
/// back after a restart, and leave the terminal as it was.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct TerminalJourneyTests
{
  @Test("decide with a key, leave, come back, take it back")
  func decideAndTakeBack() throws {
    let program = try Program.withFlag()
    let before = try program.run("verify").lines.last
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    try terminal.type("stty -a > before; ./concord; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try terminal.type("3")
    try terminal.expect("1 left")
    try terminal.type("m1")
    try terminal.expect("saved 15:00:00")
    try terminal.expect("Nothing is left.")
    // Safe on disk while the dashboard is still open.
    let listed = try program.run("list", "flags", "--columns", "status", "--format", "tsv")
    #expect(listed.output.contains("treating"))
    try terminal.type("Q")
    try terminal.expect("left-41")

    try terminal.type("clear; ./concord; echo left-$((40+2))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try terminal.type("u")
    try terminal.expect("u again takes back: mitigate")
    try terminal.type("u")
    try terminal.expect("took back: mitigate")
    try terminal.type("Q")
    try terminal.expect("left-42")
    #expect(try program.run("verify").lines.last == before)

    try terminal.type("stty -a > after; cmp before after && echo same-$((2))terminal")
    try terminal.press("Enter")
    try terminal.expect("same-2terminal")
  }

  @Test("a first run asks, makes the office, and opens it")
  func firstRun() throws {
    let program = try Program()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.type("./concord; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("1, 2, 3 or q:")
    try terminal.type("2")
    try terminal.press("Enter")
    try terminal.expect("The office's name:")
    try terminal.type("Heron Bay Office")
    try terminal.press("Enter")
    try terminal.expect("The time zone in which its days turn")
    try terminal.press("Enter")
    try terminal.expect("1 Overview")
    try terminal.expect("Heron Bay Office")
    try terminal.type("Q")
    try terminal.expect("left-41")
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test("another process's change appears at once, and a resize redraws, also with signals blocked")
  func liveAndResize() throws {
    let program = try Program.withFlag()
    let terminal = try TmuxTerminal(program, width: 120, height: 40)
    try terminal.type("./concord; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try program.run("create", "partner", "--name", "Saltmarsh Police", "--kind", "police")
    try terminal.expect("Saltmarsh Police")
    try terminal.resize(60, 16)
    try terminal.expect("1Ov")
    try terminal.resize(30, 8)
    try terminal.expect("needs 40x10")
    try terminal.resize(100, 30)
    try terminal.expect("1 Overview")
    try terminal.type("Q")
    try terminal.expect("left-41")
  }

  @Test("damage is told when the dashboard opens and when it comes while it is open")
  func damage() throws {
    let program = try Program.withFlag()
    program.environment["DIR"] = program.path("")
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.type("./concord; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try program.shell("cp -a $DIR/store/journal $DIR/kept; : > $DIR/store/journal/*/000001.jsonl")
    try terminal.expect("this machine has seen line 2")
    try terminal.expect("Concord read-only")
    // What was read is shown still, and a change says why it cannot be.
    try terminal.expect("Heron Bay County")
    try terminal.type("3m")
    try terminal.expect("restore it from a copy")
    // Letters that follow a refusal at once are left out; any other key ends that.
    try terminal.press("Tab")
    try terminal.type("Q")
    try terminal.expect("left-41")

    try terminal.type("clear; ./concord; echo left-$((40+2))")
    try terminal.press("Enter")
    try terminal.expect("this machine has seen line 2")
    try terminal.type("Q")
    try terminal.expect("left-42")
    try program.shell("rm -r $DIR/store/journal; mv $DIR/kept $DIR/store/journal")
    #expect(try program.run("verify").status == 0)
  }
}
