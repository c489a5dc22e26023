import Foundation
import Testing

/// `concord check`: what it says, how it ends, and that what it says to do is understood.
@Suite struct CheckTests {
  @Test("an office without faults ends with 0 and a count")
  func nothing() throws {
    let program = try Program()
    try program.office()
    let run = try program.run("check")
    #expect(run.status == 0 && run.words.isEmpty)
    #expect(run.output == "0 errors, 0 warnings by 33 checks\n")
    let json = try Program.json(try program.run("check", "--format", "json").output)
    #expect(json["version"] as? Int == 1 && json["errors"] as? Int == 0)
    #expect(
      (json["checks"] as? [Any])?.count == 33 && (json["findings"] as? [Any])?.isEmpty == true)
  }

  /// An office with a needed capability without a mission area, half a target, and an agreement in force
  /// without dates.
  private func faulty() throws -> Program {
    let program = try Program.withFlag()
    try program.run(
      "create", "capability", "--partner", "Heron Bay County", "--name", "Boats", "--needed", "yes")
    try program.run(
      "create", "agreement", "--partners", "Heron Bay County", "--type", "mou", "--title", "Watch",
      "--state", "in-force")
    let flag = try #require(
      try program.run("list", "flags", "--columns", "id", "--format", "csv").lines.last)
    try program.run("edit", "flag", flag, "--target-likelihood", "2")
    return program
  }

  @Test("findings stand under their checks, errors first, each with id, sentence, command and key")
  func text() throws {
    let program = try faulty()
    let run = try program.run("check")
    #expect(run.status == 2 && run.words.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 7, "\(run.output)")
    #expect(
      lines[0] == "error: Agreement in force without dates (agreement.in-force-without-dates, 1)")
    #expect(lines[1].hasPrefix("  A-"))
    #expect(
      lines[1].contains(
        "  Heron Bay County: “Watch” is in force, and no day says since when; say since when it "
          + "binds: concord edit agreement A-"))
    #expect(lines[1].hasSuffix(" --effective DAY, or e among the checks"))
    #expect(lines[2].hasPrefix("warning: ") && lines[4].hasPrefix("warning: Half a target"))
    #expect(lines.last == "1 error, 2 warnings by 33 checks")
    #expect(!run.output.holdsControls)
  }

  @Test("what it says to do, typed as it stands with the words in capitals answered, mends it")
  func remedies() throws {
    let program = try faulty()
    let json = try Program.json(try program.run("check", "--format", "json").output)
    #expect(json["errors"] as? Int == 1 && json["warnings"] as? Int == 2)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    for finding in findings {
      let command = try #require(finding["command"] as? String)
      #expect((finding["record"] as? String)?.count == 14 && finding["partner"] != nil)
      let typed = command.replacingOccurrences(of: "concord ", with: "$C ")
        .replacingOccurrences(of: "DAY", with: "2026-01-01")
        .replacingOccurrences(of: "MISSION", with: "border-security")
        .replacingOccurrences(of: " N", with: " 2")
      let run = try program.shell(typed)
      #expect(run.status == 0, "\(typed): \(run.words)")
    }
    #expect(try program.run("check").status == 0)
  }

  @Test("an earlier day is judged as it stood")
  func asOf() throws {
    let program = try faulty()
    program.environment["CONCORD_NOW"] = "2026-11-23T09:00:00Z"
    let agreement = try #require(
      try program.run("list", "agreements", "--columns", "id", "--format", "csv").lines.last)
    try program.run("edit", "agreement", agreement, "--effective", "2026-01-01")
    #expect(try program.run("check").output.hasSuffix("0 errors, 2 warnings by 33 checks\n"))
    #expect(
      try program.run("check", "--as-of", "2026-11-21").output
        .hasSuffix("1 error, 2 warnings by 33 checks\n"))
  }

  @Test("wrong usage and a store that is none end as for every subcommand")
  func usage() throws {
    let program = try Program()
    try program.office()
    #expect(try program.run("check", "--format", "csv").status == 64)
    #expect(try program.run("check", "everything").status == 64)
    #expect(try program.run("check", "--store", "/nowhere/at/all").status == 1)
  }
}
