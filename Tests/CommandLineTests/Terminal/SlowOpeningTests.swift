import Foundation
import Testing

/// A store that takes long to open, on a real terminal.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct SlowOpeningTests {
  /// A store without a cache, so large that its journal is read for a while.
  private func office() throws -> Program {
    let program = try Program()
    let made = try program.run(
      "bench", "generate", "--partners", "3000", "--flags", "9000", "--tasks", "5000", "--at",
      program.path("store"))
    try #require(made.status == 0, "\(made.words)")
    try FileManager.default.removeItem(atPath: program.path("store/cache"))
    return program
  }

  @Test("the first frame comes at once and q leaves it; later the whole office, and a cache")
  func opening() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.type("stty -a > before; ./concord; echo left-$?-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("opening the store")
    #expect(terminal.screen.contains("1 Overview"))
    try terminal.type("j")
    try terminal.expect("j counts once the store is open; Q leaves")
    try terminal.type("q")
    try terminal.expect("left-0-41")
    #expect(!FileManager.default.fileExists(atPath: program.path("store/cache/state.jsonl")))

    try terminal.type("clear; ./concord; echo left-$?-$((40+2))")
    try terminal.press("Enter")
    try terminal.expect("reading the journals: ")
    try terminal.resize(60, 16)
    try terminal.expect("1Ov")
    try terminal.expect("3,000 · risk")
    try terminal.resize(100, 30)
    try terminal.expect("1 Overview")
    // Written while its user looks at the office.
    try terminal.expect("store/cache/state.jsonl") {
      FileManager.default.fileExists(atPath: program.path("store/cache/state.jsonl"))
    }
    try terminal.type("Q")
    try terminal.expect("left-0-42")
    try terminal.type("clear; stty -a > after; diff before after && echo same-$((2))terminal")
    try terminal.press("Enter")
    try terminal.expect("same-2terminal")
    #expect(try program.run("verify").status == 0)
  }

  @Test("a filter without sense is told once the terminal is as it was")
  func failure() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.type("./concord open --filter 'level>nothing'; echo left-$?-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("opening the store")
    try terminal.expect("left-64-41")
    #expect(terminal.screen.contains("concord: "), "\(terminal.screen)")
  }
}
