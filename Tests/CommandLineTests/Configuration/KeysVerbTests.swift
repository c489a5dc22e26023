import Foundation
import Testing

/// `concord keys`, and the file that it speaks of.
@Suite struct KeysVerbTests {
  private func program(_ config: String?) throws -> Program {
    let program = try Program()
    if let config {
      let folder = URL(fileURLWithPath: program.path(".config/concord"))
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(config.utf8).write(to: folder.appending(path: "config.json"))
    }
    return program
  }

  @Test("the usual keys, without a store and without a file")
  func usual() throws {
    let program = try program(nil)
    let outcome = try program.run("keys")
    #expect(outcome.status == 0)
    #expect(outcome.words.isEmpty)
    let mitigate = outcome.lines.first { $0.contains("flag.mitigate") }
    #expect(mitigate?.split(separator: " ").prefix(3) == ["triage", "m", "flag.mitigate"])
    #expect(!outcome.output.holdsControls)
  }

  @Test("the user's own are marked; what is wrong is told, and the status says so")
  func own() throws {
    let program = try program(#"{"keys": {"triage": {"M": "flag.mitigate", "a": "srot"}}}"#)
    let outcome = try program.run("keys")
    #expect(outcome.status == 2)
    #expect(outcome.lines.contains { $0.hasPrefix("triage") && $0.contains("M *") })
    #expect(
      outcome.words
        == "concord: config.json, line 1, column 49: no action is called “srot”: do you mean sort?\n"
    )
  }

  @Test("its JSON is a file of settings that means the same")
  func json() throws {
    let program = try program(
      #"{"keys": {"triage": {"M": "flag.mitigate", "m": null}}, "theme": "light"}"#)
    let first = try program.run("keys", "--format", "json")
    #expect(first.status == 0)
    let keys = try #require(Program.json(first.output)["keys"] as? [String: [String: Any]])
    #expect(keys["triage"]?["M"] as? String == "flag.mitigate")
    #expect(keys["triage"]?["m"] is NSNull)
    try Data(first.output.utf8).write(
      to: URL(fileURLWithPath: program.path(".config/concord/config.json")))
    let second = try program.run("keys", "--format", "json")
    #expect(second.status == 0, "\(second.words)")
    #expect(try Program.json(second.output)["keys"] as? NSDictionary == keys as NSDictionary)
  }

  @Test("XDG_CONFIG_HOME goes before the home directory, and neither is no fault")
  func places() throws {
    let program = try program(#"{"theme": "lihgt"}"#)
    #expect(try program.run("keys").status == 2)
    program.environment["XDG_CONFIG_HOME"] = program.path("elsewhere")
    #expect(try program.run("keys").status == 0)
    program.environment["XDG_CONFIG_HOME"] = nil
    program.environment["HOME"] = nil
    let outcome = try program.run("keys")
    #expect(outcome.status == 0, "\(outcome.words)")
  }

  @Test("a folder, a pipe and a link to itself in its place are told and stop nothing")
  func noFile() throws {
    for line in ["mkdir -p $F", "mkfifo $F", "ln -s config.json $F"] {
      let program = try program("{}")
      program.environment["F"] = program.path(".config/concord/config.json")
      try program.shell("rm $F; \(line)")
      let outcome = try program.run("keys")
      #expect(outcome.status == 0)
      #expect(outcome.words.contains("config.json"), "\(line): \(outcome.words)")
      #expect(outcome.output.contains("flag.mitigate"))
    }
  }
}
