import Foundation
import Testing

/// However the dashboard ends, the terminal is as before, and what was said can be read.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct TerminalFaultTests {
  /// The dashboard on a terminal, at work: a filter is being typed.
  private func dashboard(_ variables: String = "") throws -> (Program, TmuxTerminal) {
    let program = try Program()
    try program.office()
    try program.county()
    let terminal = try TmuxTerminal(program, width: 100, height: 60)
    try terminal.mark()
    try terminal.start("", variables)
    try terminal.expect("Heron Bay County")
    try terminal.expect("the dashboard's modes") { terminal.modes == .dashboard }
    return (program, terminal)
  }

  private func process(_ program: Program) throws -> pid_t {
    let text = try String(contentsOfFile: program.path("pid"), encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Whether a process still runs; one that nobody has asked about its end does not.
  private func isAlive(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let state = status?.split(separator: ")").last?.split(separator: " ").first
    return state != nil && state != "Z"
  }

  /// Ends the dashboard by a signal.
  private func end(_ signal: Int32, status: Int32) throws {
    let (program, terminal) = try dashboard()
    try terminal.type("/her")
    try terminal.expect("her")
    #expect(kill(try process(program), signal) == 0)
    try terminal.expect("left-\(status)-41")
    try terminal.expectAsBefore()
    #expect(try program.run("verify").status == 0)
  }

  @Test func terminated() throws { try end(SIGTERM, status: 128 + SIGTERM) }

  @Test("terminated with a form, the palette or a question open", arguments: ["2e", ":tri", "f"])
  func terminatedAtWork(keys: String) throws {
    let (program, terminal) = try dashboard()
    let before = terminal.screen
    try terminal.type(keys)
    try terminal.expect("another screen") { terminal.screen != before }
    #expect(kill(try process(program), SIGTERM) == 0)
    try terminal.expect("left-143-41")
    try terminal.expectAsBefore()
    #expect(try program.run("verify").status == 0)
  }

  @Test func hungUp() throws { try end(SIGHUP, status: 128 + SIGHUP) }
  @Test func interrupted() throws { try end(SIGINT, status: 128 + SIGINT) }
  @Test func quitFromOutside() throws { try end(SIGQUIT, status: 128 + SIGQUIT) }
  @Test func illegalInstruction() throws { try end(SIGILL, status: 128 + SIGILL) }
  @Test func segmentationFault() throws { try end(SIGSEGV, status: 128 + SIGSEGV) }
  @Test func busError() throws { try end(SIGBUS, status: 128 + SIGBUS) }
  @Test func arithmeticFault() throws { try end(SIGFPE, status: 128 + SIGFPE) }
  @Test func aborted() throws { try end(SIGABRT, status: 128 + SIGABRT) }

  #if DEBUG
    /// Lets a real fault happen in the running program.
    private func fault(_ name: String, statuses: Set<Int32>, says words: String) throws {
      let (program, terminal) = try dashboard("CONCORD_REHEARSE=\(name)")
      try terminal.press("C-\\")
      try terminal.expect("left-…-41") {
        statuses.contains { terminal.screen.contains("left-\($0)-41") }
      }
      // What the program said last stands at the beginnings of lines, not somewhere in the screen it
      // has left.
      let lines = terminal.screen.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("a rehearsed \(name)") }, "\(terminal.screen)")
      #expect(terminal.screen.contains(words), "\(terminal.screen)")
      try terminal.expectAsBefore()
      #expect(try program.run("verify").status == 0)
    }

    @Test func trap() throws {
      try fault("trap", statuses: [128 + SIGILL, 128 + SIGTRAP], says: "Index out of range")
    }

    @Test func trapOnAnotherThread() throws {
      try fault(
        "thread-trap", statuses: [128 + SIGILL, 128 + SIGTRAP], says: "Index out of range")
    }

    @Test func stackOverflow() throws {
      try fault("overflow", statuses: [128 + SIGSEGV], says: "egmentation")
    }

    @Test func exitFromWithin() throws {
      try fault("exit", statuses: [7], says: "left-7-41")
    }

    @Test("where there is but one screen the words stand below what was drawn, not in it")
    func trapOnTheOnlyScreen() throws {
      let program = try Program()
      try program.office()
      let terminal = try TmuxTerminal(program, width: 100, height: 60)
      try terminal.mark()
      try terminal.start("", "TERM=linux CONCORD_REHEARSE=exit")
      try terminal.expect("? help")
      try terminal.press("C-\\")
      try terminal.expect("left-7-41")
      let lines = terminal.screen.split(separator: "\n")
      let place = try #require(lines.firstIndex { $0.contains("a rehearsed exit") })
      #expect(lines[place] == "a rehearsed exit" && lines[place + 1] == "left-7-41")
      #expect(lines[..<place].contains { $0.contains("? help") })
      try terminal.type("clear; echo here-$((40+2))")
      try terminal.press("Enter")
      try terminal.expect("here-42")
      try terminal.expectAsBefore()
    }

    @Test("no fault is rehearsed unless it was asked for")
    func noRehearsal() throws {
      let (_, terminal) = try dashboard()
      try terminal.press("C-\\")
      try terminal.type("?")
      try terminal.expect("Keys")
      try terminal.type("qQ")
      try terminal.expect("left-0-41")
    }
  #endif

  @Test("^Z gives the shell its terminal, fg the dashboard; twice")
  func stopAndGoOn() throws {
    let (_, terminal) = try dashboard()
    for _ in 0..<2 {
      try terminal.press("C-z")
      try terminal.expect("Stopped")
      #expect(terminal.modes == .untouched)
      #expect(terminal.screen.contains("here-42"))
      try terminal.type("clear; echo here-$((40+2)); stty -a > stopped; cmp before stopped")
      try terminal.press("Enter")
      try terminal.type("echo stopped-$?-$((40+3))")
      try terminal.press("Enter")
      try terminal.expect("stopped-0-43")
      try terminal.type("fg")
      try terminal.press("Enter")
      try terminal.expect("Heron Bay County")
      try terminal.expect("the dashboard's modes") { terminal.modes == .dashboard }
    }
    try terminal.type("Q")
    try terminal.expect("here-42")
    try terminal.expectAsBefore()
  }

  @Test("a stop from outside, a resize meanwhile, and fg")
  func stoppedFromOutside() throws {
    let (program, terminal) = try dashboard()
    #expect(kill(try process(program), SIGTSTP) == 0)
    try terminal.expect("Stopped")
    #expect(terminal.modes == .untouched)
    // Another height only: tmux breaks the shell's lines anew for another width, and then loses the
    // first of them when a program comes back to its second screen.
    try terminal.resize(100, 16)
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.expect("the dashboard in sixteen lines") { terminal.screen.hasHints(inLine: 15) }
    try terminal.resize(100, 60)
    try terminal.expect("the dashboard in sixty lines") { terminal.screen.hasHints(inLine: 59) }
    try terminal.type("Q")
    try terminal.expect("here-42")
    try terminal.expectAsBefore()
  }

  @Test("a stop that no program can answer, and fg: the dashboard is whole again")
  func stoppedWithoutWarning() throws {
    let (program, terminal) = try dashboard()
    // What the terminal answers about its page is read by the time of a key; the shell would get it.
    try terminal.type("%")
    try terminal.expect("% does nothing here")
    #expect(kill(try process(program), SIGSTOP) == 0)
    try terminal.expect("Stopped")
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.expect("the whole dashboard") {
      terminal.screen.contains("Heron Bay County") && !terminal.screen.contains("Stopped")
    }
    try terminal.expect("the dashboard's modes") { terminal.modes == .dashboard }
    try terminal.type("Q")
    try terminal.expect("here-42")
    try terminal.expectAsBefore()
  }

  @Test("a stopped dashboard that is terminated leaves at once, and quietly")
  func terminatedWhileStopped() throws {
    let (program, terminal) = try dashboard()
    try terminal.press("C-z")
    try terminal.expect("Stopped")
    let process = try process(program)
    #expect(kill(process, SIGTERM) == 0)
    #expect(kill(process, SIGCONT) == 0)
    try terminal.expect("the end of the process") { !isAlive(process) }
    try terminal.expectAsBefore()
  }

  @Test("the window is closed: the process ends, and nothing is lost")
  func windowClosed() throws {
    let (program, terminal) = try dashboard()
    let process = try process(program)
    try terminal.type("x")
    terminal.close()
    try terminal.expect("the end of the process") { !isAlive(process) }
    #expect(try program.run("verify").status == 0)
  }
}

extension String {
  /// Whether the dashboard's hints, with the way to the help, are the screen's `line`th line.
  fileprivate func hasHints(inLine line: Int) -> Bool {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count >= line && lines[line - 1].contains("? help")
  }
}
