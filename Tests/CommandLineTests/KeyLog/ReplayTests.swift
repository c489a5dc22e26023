import Foundation
import Testing

/// `concord open --keylog` at a real terminal, and `concord replay` of what it took down.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct ReplayTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.useOwnTemporaryDirectory()
    try program.officeWithFlag()
    return program
  }

  /// A session of decisions, a paste and a resize; and its last screen.
  private func session(_ program: Program) throws -> String {
    let command = try Program.binary().path(percentEncoded: false)
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    try terminal.type("\(command) open --keylog keys; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try terminal.type("3")
    try terminal.expect("1 left")
    try terminal.type("m1")
    try terminal.expect("Nothing is left.")
    try terminal.resize(100, 30)
    try terminal.type("8")
    try terminal.expect("mitigate")
    try terminal.type("/mit")
    try terminal.expect("/mit")
    let screen = terminal.screen
    try terminal.press("Escape")
    try terminal.expect("the filter line gone") { !terminal.screen.contains("/mit") }
    try terminal.type("Q")
    try terminal.expect("left-41")
    return screen
  }

  @Test("the same keys lead to the same screen, on a copy of the store as it was")
  func sameScreen() throws {
    let program = try office()
    let screen = try session(program)
    let before = try program.run("verify").lines.last
    let count =
      try String(contentsOfFile: program.path("keys"), encoding: .utf8)
      .split(separator: "\n").count - 1
    #expect(count == 11)
    let mode = try FileManager.default.attributesOfItem(atPath: program.path("keys"))
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)

    let replay = try program.run("replay", "keys", "--until", "\(count - 2)")
    #expect(replay.status == 0, "\(replay.words)")
    #expect(lines(replay.output) == lines(screen))
    // What the keys changed is changed in no store that stays.
    #expect(try program.run("verify").lines.last == before)
    #expect(try program.shell("ls tmp").lines.isEmpty)

    let all = try program.run("replay", "keys", "--screens", "--speed", "1000")
    #expect(
      all.lines.filter { $0.hasPrefix("key ") && $0.contains(" of \(count): ") }.count == count)

    try Data(replay.output.utf8).write(to: URL(fileURLWithPath: program.path("golden")))
    let same = try program.run("replay", "keys", "--until", "\(count - 2)", "--expect", "golden")
    #expect(same.status == 0)
    let other = try program.run("replay", "keys", "--until", "3", "--expect", "golden")
    #expect(other.status == 1)
    #expect(other.words.contains("after key 3 the screen is not that of golden: line"))
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

  @Test("a log is gone on with, and what is no log stays as it is")
  func rule() throws {
    let program = try office()
    _ = try session(program)
    let command = try Program.binary().path(percentEncoded: false)
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    try terminal.type("\(command) open --keylog keys; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try terminal.type("Q")
    try terminal.expect("left-41")
    let both = try program.run("replay", "keys", "--session", "1", "--until", "0")
    #expect(both.status == 0, "\(both.words)")
    #expect(both.output.contains("Heron Bay County"))
    #expect(try program.run("replay", "keys", "--session", "3").words.contains("2 sessions"))
    try Data("letters".utf8).write(to: URL(fileURLWithPath: program.path("other")))
    try program.shell("ln -s keys link")
    // script gives it a terminal.
    for (name, words) in [
      ("other", "no key log"), ("link", "it is a link"), ("store/keys", "it lies in the store"),
      (".", "key log"), ("no/such", "No such file"),
    ] {
      let refused = try program.shell(
        "TERM=xterm script -qec \"$C open --keylog \(name)\" /dev/null < /dev/null")
      #expect(refused.output.contains(words), "\(name): \(refused.output)")
    }
    let kept = try String(contentsOfFile: program.path("other"), encoding: .utf8)
    #expect(kept == "letters")
  }

  @Test("a dashboard that is killed leaves every key up to the last in its log")
  func killed() throws {
    let program = try office()
    let command = try Program.binary().path(percentEncoded: false)
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    try terminal.type(
      "sh -c 'echo $$ > pid; exec \(command) open --keylog keys'; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    try terminal.type("3x")
    try terminal.expect("Reason:")
    try terminal.type("not o")
    try terminal.expect("not o")
    try program.shell("kill -KILL $(cat pid)")
    try terminal.expect("left-41")
    let replay = try program.run("replay", "keys")
    #expect(replay.status == 0, "\(replay.words)")
    #expect(replay.words.isEmpty)
    #expect(replay.output.contains("Reason: not o"))
  }

  @Test("a key that ends the program is told by its number")
  func deadlyKey() throws {
    let program = try office()
    _ = try session(program)
    // No key ends it that we know of: its time runs out instead, by the system's limit.
    try program.shell(
      #"head -1 keys | sed 's/"size":.80,24./"size":[1000,1000]/' > many"#
        + #"; for i in $(seq 400); do echo '{"t":1,"key":"2"}'; done >> many"#)
    let ended = try program.shell("ulimit -t 3; $C replay many --screens > /dev/null")
    #expect(ended.status == 1)
    #expect(
      ended.words.contains("of 400, “2”, ended the program: Killed (signal 9)"),
      "\(ended.words)")
    #expect(try program.shell("ls tmp").lines.isEmpty)
  }

  @Test("another store, a store that was cut and a file that is no log are told")
  func wrong() throws {
    let program = try office()
    _ = try session(program)
    program.environment["CONCORD_SEED"] = "8"
    try program.run("init", program.path("second"), "--office", "Second", "--zone", "UTC")
    let other = try program.run("replay", "keys", "--store", program.path("second"))
    #expect(other.status == 1)
    #expect(other.words.contains("the keys were typed in another store"))
    let none = try program.run("replay", program.path("store/concord.json"))
    #expect(none.words.contains("is no key log"))
    #expect(none.status == 1)
    try program.shell("for f in store/journal/*/000001.jsonl; do head -1 $f > x; cat x > $f; done")
    let cut = try program.run("replay", "keys")
    #expect(cut.status == 1)
    #expect(cut.words.contains("has no longer the line 2 of"), "\(cut.words)")
  }
}
