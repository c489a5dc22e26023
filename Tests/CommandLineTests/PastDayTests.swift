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
}
