import Foundation
import Testing

/// What the dashboard does with other programs and with the next start, on a real terminal.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct OutsideJourneyTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.office()
    for name in ["Heron Bay County", "Saltmarsh County"] {
      try program.county(name, state: "TX")
    }
    return program
  }

  private func open(
    _ program: Program, _ arguments: String = "", width: Int = 100, height: Int = 30
  ) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(program, width: width, height: height)
    try start(terminal, arguments)
    return terminal
  }

  private func start(_ terminal: TmuxTerminal, _ arguments: String = "") throws {
    try terminal.type("clear; ./concord \(arguments); echo left-$((40+1))")
    try terminal.press("Enter")
    // The top line stands there while the store is being opened already.
    try terminal.expect("PARTNER")
  }

  private func leave(_ terminal: TmuxTerminal) throws {
    try terminal.type("Q")
    try terminal.expect("left-41")
  }

  @Test("| hands the shown rows to a program, and the dashboard is there again afterwards")
  func pipe() throws {
    let program = try office()
    let terminal = try open(program)
    try terminal.type("2|tee \(program.path("rows.txt"))")
    try terminal.press("Enter")
    try terminal.expect("2 Partners")
    try terminal.expect("the file of rows") {
      FileManager.default.fileExists(atPath: program.path("rows.txt"))
    }
    let rows = try String(contentsOfFile: program.path("rows.txt"), encoding: .utf8)
    #expect(rows.contains("Heron Bay County") && rows.contains("P-"))
    try terminal.type("|no-such-program-here")
    try terminal.press("Enter")
    try terminal.expect("did not start")
    try leave(terminal)
  }

  @Test("a pager has the terminal until it is left, and ^Z there stops both")
  func pager() throws {
    let program = try office()
    program.environment["PAGER"] = "less"
    let terminal = try open(program)
    try terminal.type("2|")
    try terminal.expect("hand the shown rows to: less")
    try terminal.press("Enter")
    try terminal.expect("(END)")
    try terminal.press("C-z")
    try terminal.expect("Stopped")
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.expect("(END)")
    try terminal.type("q")
    try terminal.expect("1 Overview")
    try leave(terminal)
  }

  @Test("E edits the note in the editor; what it wrote is on record")
  func editor() throws {
    let program = try office()
    program.environment["EDITOR"] = "sed -i 1s/^/Called_on_Friday/"
    let terminal = try open(program)
    try terminal.type("2E")
    try terminal.expect("edit P-")
    let shown = try program.run("show", "Heron Bay County")
    #expect(shown.output.contains("Called_on_Friday"))
    try leave(terminal)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.path(""))
    #expect(!left.contains { $0.hasPrefix("concord-") && $0 != "concord-tests" })
  }

  @Test("y reaches the clipboard through tmux")
  func clipboard() throws {
    let program = try office()
    let terminal = try open(program)
    try terminal.tmux("set-option", "-s", "set-clipboard", "on")
    try terminal.type("2y")
    try terminal.expect("copied")
    try terminal.expect("the copied name") {
      (try? terminal.tmux("show-buffer"))?.contains("Heron Bay County (P-") ?? false
    }
    try leave(terminal)
  }

  @Test("pasted cells are seen first, and come in by y")
  func paste() throws {
    let program = try office()
    let terminal = try open(program)
    let cells = "name\tkind\tstate\nMarsh Harbor Police\tpolice\tTX\nOld Quay Police\tpolice\tTX\n"
    try terminal.tmux("set-buffer", cells)
    try terminal.tmux("paste-buffer", "-p")
    try terminal.expect("new: Marsh Harbor Police")
    #expect(try !program.run("list", "partners").output.contains("Marsh Harbor"))
    try terminal.type("y")
    try terminal.expect("saved 15:00:00")
    #expect(try program.run("list", "partners").output.contains("Old Quay Police"))
    try terminal.type("u")
    try terminal.expect("took back: import")
    try leave(terminal)
  }

  @Test("a form that was open when the process was killed is there again")
  func killedForm() throws {
    let program = try office()
    let terminal = try open(program)
    try terminal.type("2e")
    try terminal.expect("Edit Heron Bay County")
    try terminal.type(" of Texas")
    try terminal.expect("the form on disk") {
      let text = try? String(
        contentsOfFile: program.path("store/local/dashboard.json"), encoding: .utf8)
      return text?.contains("Heron Bay County of Texas") ?? false
    }
    let shell = try terminal.tmux("display", "-p", "#{pane_pid}")
    try program.shell("pkill -KILL -P \(shell)")
    try terminal.expect("left-41")
    try start(terminal)
    try terminal.expect("Heron Bay County of Texas")
    try terminal.expect("^S saves it")
    try terminal.press("C-s")
    try terminal.expect("saved 15:00:00")
    try leave(terminal)
    #expect(try program.run("list", "partners").output.contains("Heron Bay County of Texas"))
  }

  @Test("filters, orders and views are there again the next day; only this account can read them")
  func keepsakes() throws {
    let program = try office()
    let terminal = try open(program)
    try terminal.type("2/heron")
    try terminal.press("Enter")
    try terminal.type("'Bays")
    try terminal.press("Enter")
    try terminal.expect("saved as the view “Bays”")
    try leave(terminal)
    let listed = try program.shell("stat -c %a $CONCORD_STORE/local/dashboard.json")
    #expect(listed.output.hasPrefix("600"))
    try start(terminal)
    try terminal.type("2")
    try terminal.expect("1 of 2")
    try terminal.press("Escape")
    try terminal.expect("Saltmarsh County")
    try terminal.type("'1")
    try terminal.expect("view: Bays")
    try terminal.expect("1 of 2")
    try leave(terminal)
    #expect(try program.run("verify").status == 0)
    #expect(try program.run("doctor").status == 0)
  }

  @Test("a click selects, a double click opens")
  func mouse() throws {
    let program = try office()
    let terminal = try open(program)
    try terminal.type("2")
    try terminal.expect("PARTNER")
    let row = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("Saltmarsh") }
    let line = try #require(row) + 1
    // As a terminal reports it: SGR, button 0, column 10.
    let press = "\u{1B}[<0;10;\(line)M\u{1B}[<0;10;\(line)m"
    try terminal.type(press)
    try terminal.expect("▸ Saltmarsh")
    try terminal.type(press + press)
    try terminal.expect("Facts")
    try leave(terminal)
  }
}
