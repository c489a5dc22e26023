import Foundation
import Testing

/// `concord redact` and `concord doctor` on real files.
struct RedactTests {
  private func everything(_ program: Program) throws -> String {
    let run = try program.shell("cat $(find $CONCORD_STORE -type f)")
    return run.output
  }

  @Test func aSpilledNoteIsGoneFromTheDisk() throws {
    let program = try Program()
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    let made = try program.run(
      "create", "partner", "--name", "Ash County", "--kind", "county", "--notes", "spilled words")
    let id = try #require(made.lines.first)
    try program.run("edit", "partner", id, "--notes", "other words")
    let preview = try program.run("redact", id, "--field", "notes")
    #expect(preview.status == 0)
    #expect(
      preview.words.hasPrefix("2 operations of 2 lines would go for good"), "\(preview.words)")
    #expect(try program.run("redact", id, "--field", "notes", "--confirm").status == 64)
    #expect(try everything(program).contains("spilled words"))

    let done = try program.run(
      "redact", id, "--field", "notes", "--reason", "spill of November", "--confirm")
    #expect(done.status == 0 && done.words.hasPrefix("2 operations redacted as "), "\(done.words)")
    #expect(try !everything(program).contains("spilled words"))
    let verified = try program.run("verify")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("a.tester redacted notes of \(id) on 2026-11-21"))
    #expect(verified.output.contains("spill of November"))
    #expect(try program.run("show", id).output.contains("Ash County"))
    #expect(try program.run("log").output.contains("redact"))
    #expect(
      try program.run("redact", id, "--field", "notes", "--confirm", "--reason", "x").status == 1)
    #expect(try program.run("doctor").output.hasSuffix("nothing to mend\n"))
  }

  @Test func theDoctorNamesWhatOthersMayRead() throws {
    let program = try Program()
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    _ = try program.shell(
      "chmod 644 $CONCORD_STORE/concord.json; echo x > $CONCORD_STORE/cache/a.new")
    _ = try program.shell("chmod 600 $CONCORD_STORE/cache/a.new")
    let run = try program.run("doctor")
    #expect(run.status == 2)
    #expect(run.output.contains("concord.json: others may read it; chmod 600 it"))
    #expect(run.output.contains("a.new: was left by a write that was cut short"))
    let fixed = try program.run("doctor", "--fix")
    #expect(fixed.status == 2 && fixed.output.contains("moved aside: "))
    _ = try program.shell("chmod 600 $CONCORD_STORE/concord.json")
    let again = try program.run("doctor", "--json")
    #expect(again.status == 0)
    #expect(try Program.json(again.output)["version"] as? Int == 1)
  }
}
