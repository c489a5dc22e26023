import Foundation
import Testing

/// `concord rules`: what watches by itself, by which numbers, and what it has said.
struct RulesTests {
  /// An office with an active county whose agreement is about to end.
  private func office() throws -> Program {
    let program = try Program()
    try program.office()
    try program.county()
    for (stage, reason) in [("active", "as agreed")] {
      let moved = try program.run(
        "vet", "stage", "Heron Bay County", "--stage", stage, "--reason", reason)
      try #require(moved.status == 0, "\(moved.words)")
    }
    let made = try program.run(
      "create", "agreement", "--partners", "Heron Bay County", "--type", "nda", "--title", "NDA-7",
      "--state", "in-force", "--effective", "2026-01-01", "--ends", "2026-12-01")
    try #require(made.status == 0, "\(made.words)")
    return program
  }

  private static let rules = [
    "agreement.expiring", "agreement.expired", "agreement.missing",
    "agreement.legal-review.missing", "agreement.oversight.missing", "personnel.screening.stale",
    "monitoring.absent", "exchange.imbalance", "capability.single-source",
    "dependency.concentrated", "contact.stale", "exercise.stale", "incident.open",
  ]

  @Test func theListHasNumbersAndWhatIsLive() throws {
    let run = try office().run("rules")
    #expect(run.status == 0 && run.words == "")
    let head = try #require(run.lines.first)
    #expect(head.split(separator: " ") == ["rule", "category", "live", "L,I", "numbers"])
    let named = run.lines.dropFirst().filter { !$0.hasPrefix(" ") }
    #expect(
      named.map { $0.split(separator: " ").first.map(String.init) }
        == Self.rules.map(Optional.some))
    let expiring = try #require(named.first)
    #expect(
      expiring.split(separator: " ")
        == ["agreement.expiring", "legal", "1", "2,3", "3,3", "4,3", "days", "90,", "60,", "30"])
    #expect(run.output.contains("On its last day it still binds."))
    #expect(run.lines.allSatisfy { $0.count <= 120 })
  }

  @Test func aRuleIsExplainedWithTheFlagsThatItRaised() throws {
    let program = try office()
    let run = try program.run("rules", "--explain", "agreement.expiring")
    #expect(run.status == 0 && run.words == "")
    #expect(run.lines.first == "agreement.expiring")
    let cells = run.lines.map { $0.split(separator: " ").joined(separator: " ") }
    for line in [
      "category legal", "likelihood,impact 2,3 3,3 4,3", "days 90, 60, 30", "reads agreements",
      "It has raised 1 flag, of which 1 is live.",
    ] {
      #expect(cells.contains(line), "\(line)")
    }
    let flag = try #require(cells.first { $0.contains("NDA-7 ends") })
    #expect(
      flag.wholeMatch(
        of: /F-[0-9A-Z]{4,} low, open Heron Bay County: NDA-7 ends on 2026-12-01/) != nil,
      "\(flag)")
    #expect(run.output.contains("“NDA-7” (Non-disclosure Agreement) is in force until 2026-12-01"))
    try program.run("flag", "dismiss", String(flag.prefix(6)), "--reason", "renewed by law")
    let after = try program.run("rules", "--explain", "agreement.expiring")
    #expect(after.output.contains("It has raised 1 flag, of which 0 are live."))
    #expect(after.output.contains("dismissed  Heron Bay County"))
    let none = try program.run("rules", "--explain", "incident.open")
    #expect(none.lines.last == "It has raised no flag.")
  }

  @Test func jsonSaysTheSame() throws {
    let program = try office()
    let list = try Program.json(program.run("rules", "--format", "json").output)
    #expect(list["version"] as? Int == 1)
    let rules = try #require(list["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["rule"] as? String } == Self.rules)
    let expiring = try #require(rules.first)
    #expect(expiring["category"] as? String == "legal")
    #expect(expiring["ratings"] as? [[Int]] == [[2, 3], [3, 3], [4, 3]])
    #expect(expiring["thresholds"] as? [String: [Int]] == ["days": [90, 60, 30]])
    #expect(expiring["missing"] as? [String] == [])
    #expect(expiring["reads"] as? [String] == ["agreements"])
    #expect(expiring["flags"] as? Int == 1 && expiring["live"] as? Int == 1)
    let run = try program.run("rules", "--explain", "agreement.expiring", "--format", "json")
    let one = try Program.json(run.output)
    #expect(one["version"] as? Int == 1)
    #expect(one["rule"] as? NSDictionary == expiring as NSDictionary)
    #expect((one["findings"] as? [Any])?.isEmpty == true)
    let flags = try #require(one["flags"] as? [[String: Any]])
    let flag = try #require(flags.first)
    #expect(flags.count == 1)
    #expect(flag["partner-name"] as? String == "Heron Bay County")
    #expect(flag["title"] as? String == "NDA-7 ends on 2026-12-01")
    #expect(flag["status"] as? String == "open" && flag["level"] as? String == "low")
    #expect(flag["likelihood"] as? Int == 4 && flag["impact"] as? Int == 2)
    let id = try #require(flag["id"] as? String)
    #expect(try program.run("show", id).status == 0)
  }

  @Test func whatIsHeldBackIsNamed() throws {
    let program = try office()
    let names = (1...60).map { "County \($0)" }
    try (["name,kind"] + names.map { $0 + ",county" }).joined(separator: "\n")
      .write(toFile: program.path("p.csv"), atomically: true, encoding: .utf8)
    let read = try program.run(
      "import", program.path("p.csv"), "--stage", "active", "--adopt", "known for long")
    try #require(read.status == 0, "\(read.words)")
    try program.run(
      "create", "agreement", "--partners", names.joined(separator: ","), "--type", "nda", "--title",
      "NDA-8", "--state", "in-force", "--effective", "2026-01-01", "--ends", "2026-12-02")
    let run = try program.run("rules", "--explain", "agreement.expiring")
    let finding = run.lines.first { $0.hasPrefix("Finding") }
    #expect(
      finding?.wholeMatch(of: /Finding R-[0-9A-Z]{4,} of 2026-11-21, open: 60 partners/) != nil,
      "\(run.output)")
    #expect(run.output.contains("It has raised 1 flag, of which 1 is live."))
    let json = try Program.json(
      program.run("rules", "--explain", "agreement.expiring", "--format", "json").output)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["partners"] as? Int } == [60])
    #expect(findings.map { $0["state"] as? String } == ["open"])
  }

  @Test(arguments: [
    ("contact.stael", "no rule “contact.stael”: do you mean contact.stale?"),
    ("agreement.expird", "no rule “agreement.expird”: do you mean agreement.expired?"),
    ("dragons", "no rule “dragons”; concord rules lists all of them"),
    ("\u{1B}[2J", "no rule “\\u{1B}[2J”; concord rules lists all of them"),
    ("", "no rule “”; concord rules lists all of them"),
  ])
  func anUnknownRuleIsWrongUsage(_ name: String, _ sentence: String) throws {
    let program = try Program()
    try program.office()
    let run = try program.run("rules", "--explain", name)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.words == "concord: \(sentence)\n")
  }

  @Test func aPastDayIsListedAsItWas() throws {
    let program = try office()
    program.environment["CONCORD_NOW"] = "2026-11-23T15:00:00Z"
    try program.run("end", "agreement", "NDA-7", "--reason", "a mistake")
    let before = try program.run("rules", "--as-of", "2026-11-21", "--format", "json")
    let rules = try #require(try Program.json(before.output)["rules"] as? [[String: Any]])
    #expect(rules.first?["live"] as? Int == 1, "\(before.words)")
  }

  @Test("the rules look at a later day: said, written once, and nothing more the second time")
  func aDayIsLookedAt() throws {
    let program = try office()
    program.environment["CONCORD_NOW"] = "2026-12-05T15:00:00Z"
    let before = try program.run("verify").lines.last
    let dry = try program.run("rules", "--run", "--dry-run", "--format", "json")
    #expect(dry.status == 0)
    #expect(
      dry.output == #"{"version":1,"raised":1,"reopened":0,"closed":1,"findings":0}"# + "\n")
    #expect(try program.run("verify").lines.last == before)
    let run = try program.run("rules", "--run")
    #expect(run.status == 0 && run.lines.count == 1, "\(run.output)")
    #expect(run.lines.first?.hasPrefix("F-") == true)
    #expect(run.words.contains("raised 1 flag, closed 1 whose cause is gone"), "\(run.words)")
    let again = try program.run("rules", "--run")
    #expect(again.status == 0 && again.output.isEmpty, "\(again.output)")
    #expect(again.words.contains("nothing to say"), "\(again.words)")
    #expect(try program.run("rules", "--dry-run").status == 64)
    #expect(try program.run("rules", "--run", "--explain", "contact.stale").status == 64)
    let readOnly = try program.run("rules", "--run", "--readonly")
    #expect(readOnly.status != 0, "\(readOnly.words)")
  }
}
