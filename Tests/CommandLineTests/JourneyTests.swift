import Foundation
import Testing

/// From a new partner to a decision, and back.
struct JourneyTests {
  private func officeWithFlag() throws -> (Program, partner: String, flag: String) {
    let program = try Program()
    try program.office()
    let partner = try program.run(
      "create", "partner", "--name", "Heron Bay County", "--kind", "county", "--state", "TX",
      "--tags", "coastal,legacy")
    #expect(partner.status == 0)
    #expect(partner.words.hasPrefix("create P-"))
    let flag = try program.run(
      "flag", "add", "Heron Bay County", "--category", "control", "--title",
      "No oversight body named", "--likelihood", "4", "--impact", "4")
    #expect(flag.status == 0)
    return (program, partner.lines[0], flag.lines[0])
  }

  @Test func mitigateUndoRedo() throws {
    let (program, _, flag) = try officeWithFlag()
    let before = try digest(program)
    let short = String(flag.prefix(7))
    let mitigated = try program.run(
      "flag", "mitigate", short, "--treatment", "oversight-body", "--state", "in-force",
      "--reason", "named in the renewal")
    #expect(mitigated.status == 0, "\(mitigated.words)")
    #expect(mitigated.words.hasPrefix("mitigate F-"))
    let shown = try program.run("list", "flags", "--columns", "level,score,status,name")
    #expect(
      shown.output
        == """
        Level  Score  Status    Name
        low       14  treating  Heron Bay County

        """)
    let after = try digest(program)
    #expect(after != before)

    let undone = try program.run("undo")
    #expect(undone.status == 0)
    #expect(undone.words.hasPrefix("took back: mitigate F-"))
    #expect(try digest(program) == before)

    let redone = try program.run("redo")
    #expect(redone.status == 0)
    #expect(redone.words.hasPrefix("did again: mitigate F-"), "\(redone.words)")
    #expect(try digest(program) == after)
    #expect(try program.run("redo").status == 1)
  }

  private func digest(_ program: Program) throws -> String {
    let run = try program.run("verify")
    #expect(run.status == 0, "\(run.output)")
    let last = try #require(run.lines.last?.split(separator: " ").last)
    #expect(last.count == 64)
    return String(last)
  }

  @Test func theSameSeedMakesTheSameIds() throws {
    let (first, partner, flag) = try officeWithFlag()
    let (second, otherPartner, otherFlag) = try officeWithFlag()
    #expect(partner == otherPartner)
    #expect(flag == otherFlag)
    #expect(first.directory != second.directory)
  }

  @Test func aDryRunChangesNothing() throws {
    let (program, _, flag) = try officeWithFlag()
    let before = try digest(program)
    let run = try program.run(
      "flag", "accept", flag, "--reason", "seasonal", "--until", "2027-01-31", "--dry-run")
    #expect(run.status == 0)
    #expect(run.output.contains("status: open → accepted"))
    #expect(run.output.contains("reason: seasonal"))
    #expect(run.words == "dry run: nothing was changed\n")
    #expect(try digest(program) == before)
  }

  @Test func readOnlyRefuses() throws {
    let (program, _, flag) = try officeWithFlag()
    let run = try program.run("flag", "dismiss", flag, "--reason", "none", "--readonly")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(!run.words.isEmpty)
  }

  @Test func editAndEnd() throws {
    let (program, partner, _) = try officeWithFlag()
    let edited = try program.run(
      "edit", "partner", partner, "--tags", "-legacy", "--x.grant-number", "G-77", "--tier=1")
    #expect(edited.status == 0, "\(edited.words)")
    let shown = try program.run("show", partner, "--format", "json")
    let record = try #require(try Program.json(shown.output)["record"] as? [String: Any])
    #expect(record["tags"] as? [String] == ["coastal"])
    #expect(record["tier"] as? Int == 1)
    #expect(record["x.grant-number"] as? String == "G-77")
    #expect(record["risk"] as? String == "high")
    let refused = try program.run("edit", "partner", partner, "--risk", "low")
    #expect(refused.status == 64)
    #expect(refused.words.contains("is worked out from other records"))
    let ended = try program.run("end", "partner", "Heron Bay County", "--reason", "merged")
    #expect(ended.status == 0)
    #expect(
      try program.run("list", "partners", "stage:ended", "--format", "jsonl").lines.count == 1)
  }

  @Test func theLogSaysWhoAndWhy() throws {
    let (program, _, flag) = try officeWithFlag()
    try program.run("flag", "dismiss", flag, "--reason", "duplicate of another flag")
    let log = try program.run("log", "--record", flag)
    #expect(log.status == 0)
    #expect(log.lines.count == 3)
    #expect(log.lines[1].contains("2026-11-21T15:00:00.000Z  a.tester  flag.dismiss"))
    #expect(log.lines[1].hasSuffix("duplicate of another flag"))
    let json = try Program.json(program.run("log", "--format", "json", "--limit", "1").output)
    #expect(json["version"] as? Int == 1)
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes[0]["command"] as? String == "flag.dismiss")
    #expect(changes[0]["reason"] as? String == "duplicate of another flag")
    #expect(try program.run("log", "--by", "someone").lines.count == 1)
    let named = try #require(changes[0]["id"] as? String)
    let undone = try program.run("undo", named)
    #expect(undone.status == 0)
    #expect(
      try program.run("list", "changes", "command:undo", "--format", "jsonl").lines.count == 1)
  }

  @Test func vettingNeedsFourEyes() throws {
    let program = try Program()
    try program.office()
    try program.run(
      "create", "partner", "--name", "Tern Systems", "--kind", "vendor", "--tier", "3")
    let opened = try program.run("vet", "open", "Tern Systems", "--type", "initial")
    #expect(opened.status == 0, "\(opened.words)")
    let ids = opened.lines
    let file = try #require(ids.first { $0.hasPrefix("V-") })
    let tasks = ids.filter { $0.hasPrefix("K-") }
    #expect(!tasks.isEmpty)
    let early = try program.run(
      "vet", "decide", file, "--outcome", "approved", "--reason", "clean")
    #expect(early.status == 1)
    #expect(early.words.contains("mandatory tasks are not passed or waived yet"))
    let passed = try program.run(
      "vet", "task", "-", "--status", "passed", "--evidence", "file 7",
      input: tasks.joined(separator: "\n"))
    #expect(passed.status == 0, "\(passed.words)")
    let same = try program.run("vet", "decide", file, "--outcome", "approved", "--reason", "clean")
    #expect(same.status == 1)
    #expect(same.words.contains("needs a second person"))
    program.environment["CONCORD_AUTHOR"] = "b.second"
    let decided = try program.run(
      "vet", "decide", file, "--outcome", "approved", "--reason", "clean")
    #expect(decided.status == 0, "\(decided.words)")
    let status = try program.run("vet", "status", "Tern Systems")
    #expect(status.output.hasSuffix("Tern Systems: in force\n"))
  }
}
