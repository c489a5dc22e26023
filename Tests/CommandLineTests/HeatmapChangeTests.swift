import Foundation
import Testing

/// The heatmap's change against an earlier day, read from the journal of a store on disk.
struct HeatmapChangeTests {
  /// A flag of May that was closed in June, and one of June.
  private func office() throws -> Program {
    let program = try Program(now: "2026-05-02T15:00:00Z")
    try program.run(
      "init", program.path("store"), "--office", "Office", "--zone", "America/Chicago")
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    let old = try flag(program, "No agreement", likelihood: 3, impact: 3)
    program.environment["CONCORD_NOW"] = "2026-06-09T15:00:00Z"
    try program.run("flag", "close", old, "--evidence", "agreed")
    _ = try flag(program, "Nobody was screened", likelihood: 5, impact: 5)
    return program
  }

  private func flag(
    _ program: Program, _ title: String, likelihood: Int, impact: Int
  ) throws -> String {
    let run = try program.run(
      "flag", "add", "Ash County", "--category", "legal", "--title", title, "--likelihood",
      "\(likelihood)", "--impact", "\(impact)")
    #expect(run.status == 0, "\(run.words)")
    return try #require(run.lines.first { $0.hasPrefix("F-") })
  }

  private func reading(_ program: Program, _ arguments: String...) throws -> [String] {
    let run = try program.run(
      Program.binary(),
      ["screenshot", "--screen", "overview", "--linear", "--keys", "<Tab>-"] + arguments, input: "")
    #expect(run.status == 0, "\(run.words)")
    return run.lines
  }

  @Test func cellsShowWhatHasChangedSinceThen() throws {
    let program = try office()
    program.environment["CONCORD_NOW"] = "2026-06-10T15:00:00Z"
    let lines = try reading(program)
    #expect(lines.contains("change since 2026-05-11; - hides it"))
    #expect(lines.contains("likelihood very high: 1 of impact very high (1 more)"))
    #expect(lines.contains("likelihood moderate: 0 of impact moderate (1 fewer)"))
    // On a day when it stood so already nothing has changed.
    program.environment["CONCORD_NOW"] = "2026-08-01T15:00:00Z"
    let later = try reading(program)
    #expect(later.contains("likelihood very high: 1 of impact very high (as many)"))
    #expect(!later.contains { $0.contains("fewer") || $0.contains("(1 more)") })
  }

  @Test func aPastDayIsComparedWithTheDayBeforeIt() throws {
    let program = try office()
    program.environment["CONCORD_NOW"] = "2026-09-01T15:00:00Z"
    let lines = try reading(program, "--as-of", "2026-05-20")
    #expect(lines.contains { $0.hasPrefix("on 2026-04-20 no flag was on record") })
    #expect(lines.contains("likelihood moderate: 1 of impact moderate (1 more)"))
  }

  @Test func lookingWritesNothing() throws {
    let program = try office()
    program.environment["CONCORD_NOW"] = "2026-06-10T15:00:00Z"
    let files = try Self.files(program.path("store"))
    _ = try reading(program)
    _ = try reading(program, "--readonly")
    #expect(try Self.files(program.path("store")) == files)
  }

  private static func files(_ path: String) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      found[name] = (attributes[.size] as? Int) ?? 0
    }
    return found
  }
}
