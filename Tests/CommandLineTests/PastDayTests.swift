import Foundation
import Testing

/// `--as-of DAY`: the office as it was.
struct PastDayTests {
  /// A partner of 1 May, a flag of 20 May that was accepted on 1 June (days of Chicago).
  private func office() throws -> Program {
    let program = try Program(now: "2026-05-01T15:00:00Z")
    try program.run(
      "init", program.path("store"), "--office", "Office", "--zone", "America/Chicago")
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    // 20 May in Chicago, 21 May in Greenwich.
    program.environment["CONCORD_NOW"] = "2026-05-21T04:30:00Z"
    let flag = try program.run(
      "flag", "add", "Ash County", "--category", "legal", "--title", "No agreement",
      "--likelihood", "3", "--impact", "3")
    let id = try #require(flag.lines.first { $0.hasPrefix("F-") })
    program.environment["CONCORD_NOW"] = "2026-06-01T15:00:00Z"
    let accepted = try program.run("flag", "accept", id, "--reason", "small")
    #expect(accepted.status == 0, "\(accepted.words)")
    program.environment["CONCORD_NOW"] = "2026-11-21T15:00:00Z"
    return program
  }

  @Test func theDayEndsInTheOfficesZone() throws {
    let program = try office()
    func flags(_ day: String) throws -> [String] {
      let run = try program.run(
        "list", "flags", "--columns", "title,status", "--format", "tsv", "--as-of", day)
      #expect(run.status == 0, "\(run.words)")
      return Array(run.lines.dropFirst())
    }
    #expect(try flags("2026-05-19") == [])
    #expect(try flags("2026-05-20") == ["No agreement\topen"])
    #expect(try flags("2026-06-01") == ["No agreement\taccepted"])
    #expect(
      try program.run("--as-of", "2026-04-30", "list", "partners", "--format", "jsonl").output == ""
    )
  }

  @Test func everyCommandOfThePastOnlyReads() throws {
    let program = try office()
    let before = try program.run("verify").output
    let flag = try #require(
      try program.run("list", "flags", "--columns", "id", "--format", "tsv").lines.last)
    for arguments in [
      ["flag", "note", flag, "--text", "x", "--as-of", "2026-05-25"],
      ["undo", "--as-of", "2026-05-25"],
      ["create", "partner", "--name", "Birch", "--kind", "county", "--as-of", "2026-05-25"],
    ] {
      let run = try program.run(Program.binary(), arguments, input: "")
      #expect(run.status == 1 && run.words.contains("as of 2026-05-25"), "\(run.words)")
    }
    #expect(try program.run("verify").output == before)
    let log = try program.run("log", "--as-of", "2026-05-25")
    #expect(log.output.contains("flag.add") && !log.output.contains("flag.accept"))
    let picture = try program.run(
      "screenshot", "--screen", "triage", "--size", "80x24", "--as-of", "2026-05-25")
    #expect(picture.lines.first?.contains("as of 2026-05-25") ?? false, "\(picture.output)")
    #expect(picture.output.contains("1 left"))
  }

  @Test(arguments: ["2027-01-01", "soon", ""])
  func aDayToComeIsRefused(_ day: String) throws {
    let program = try office()
    let run = try program.run("list", "partners", "--as-of", day)
    #expect(run.status == 64)
    #expect(run.words.hasPrefix("concord: --as-of is “\(day)”: expected a day up to today"))
  }

  @Test("a day that was long to read is kept, by whoever may write; redact takes it along")
  func keptDays() throws {
    let program = try Program(now: "2026-05-01T15:00:00Z")
    try program.office()
    for (month, day) in [("may", "2026-05-01"), ("june", "2026-06-01")] {
      program.environment["CONCORD_NOW"] = day + "T15:00:00Z"
      let rows = (0..<2500).map { "\(month) county \($0),county" }
      try Data(("Name,Kind\n" + rows.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: program.path(month + ".csv")))
      let run = try program.run(
        "import", program.path(month + ".csv"), "--map", "Name=name", "--map", "Kind=kind")
      #expect(run.status == 0, "\(run.words)")
    }
    program.environment["CONCORD_NOW"] = "2026-11-21T15:00:00Z"
    func count(_ day: String, _ options: String...) throws -> Int {
      let run = try program.run(
        Program.binary(), ["list", "partners", "--format", "jsonl", "--as-of", day] + options,
        input: "")
      #expect(run.status == 0, "\(run.words)")
      return run.lines.count
    }
    func kept() -> [String] {
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: program.path("store/cache/past"))
      return (names ?? []).sorted()
    }
    #expect(try count("2026-05-10", "--readonly") == 2500 && kept() == [])
    #expect(try count("2026-05-10") == 2500)
    // The end of 10 May in Greenwich.
    #expect(kept() == ["1778457599999.jsonl"])
    #expect(try count("2026-05-12") == 2500 && kept().count == 1)
    #expect(try count("2026-04-30") == 0 && count("2026-06-10") == 5000)
    #expect(try count("2026-05-10") == 2500)
    #expect(try program.run("verify").status == 0)
    #expect(try program.run("doctor").output.hasSuffix("nothing to mend\n"))
    let partner = try #require(
      try program.run("list", "partners", "--columns", "id", "--format", "tsv").lines.last)
    let redacted = try program.run(
      "redact", partner, "--field", "name", "--reason", "spill", "--confirm")
    #expect(redacted.status == 0, "\(redacted.words)")
    #expect(kept() == [])
    #expect(try count("2026-06-10") == 5000)
  }
}
