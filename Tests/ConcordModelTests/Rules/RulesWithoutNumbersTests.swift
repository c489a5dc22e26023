import OfficeInMemory
import Testing

@testable import ConcordModel

@Suite("Rules and policies that are not the standard one") struct RulesWithoutNumbersTests {
  /// A year that would make every rule speak, judged by thresholds of one's own.
  private func hits(_ rule: any Rule.Type, _ thresholds: [String: [Int]]) throws -> [RuleHit] {
    var office = MemoryOffice()
    office.turn(to: try #require(Day("2024-01-10")))
    let partner = try office.make("partner", "name=Ash County", "kind=county", "tier=1")
    try office.run(Invocation("partner.stage", on: [partner], ["stage": "active"]))
    let other = try office.make("partner", "name=Birch County", "kind=county", "tier=1")
    try office.run(Invocation("partner.stage", on: [other], ["stage": "active"]))
    _ = try office.make(
      "agreement", "partners=Ash County", "type=nda", "title=Paper", "state=in-force",
      "effective=2024-01-10", "ends=2026-12-01")
    _ = try office.make(
      "access-fact", "partner=Ash County", "kind=clearance", "from=2024-01-10")
    for name in Array(repeating: "Ash County", count: 10) + ["Birch County"] {
      _ = try office.make(
        "exchange", "partner=\(name)", "date=2026-11-20", "direction=received", "kind=data",
        "quantity=1", "mission=customs")
    }
    let workspace = office.workspace
    let standard = try #require(Policy.standard.rule(rule.name))
    let scope = RuleScope(
      workspace: workspace, row: try #require(workspace.row(partner)), today: MemoryOffice.today,
      now: MemoryOffice().now,
      numbers: RulePolicy(
        rule: rule.name, category: standard.category, reverseCategory: nil,
        ratings: standard.ratings, thresholds: thresholds),
      tallies: RuleTallies(office: workspace, after: workspace))
    return rule.hits(scope)
  }

  @Test("a rule without a number that it needs says nothing, and says something with it")
  func silent() throws {
    for rule in RuleCatalogue.rules where !rule.thresholds.isEmpty {
      let all = try #require(Policy.standard.rule(rule.name)).thresholds
      #expect(try !hits(rule, all).isEmpty, "\(rule.name)")
      for missing in rule.thresholds {
        var some = all
        some[missing] = nil
        #expect(try hits(rule, some).isEmpty, "\(rule.name) without \(missing)")
        some[missing] = []
        #expect(try hits(rule, some).isEmpty, "\(rule.name) with no \(missing)")
      }
    }
  }

  @Test("numbers at the ends of their range do not stop the program")
  func extremes() throws {
    for rule in RuleCatalogue.rules {
      let all = try #require(Policy.standard.rule(rule.name)).thresholds
      for number in [0, 1, 1_000_000] {
        _ = try hits(rule, all.mapValues { $0.map { _ in number } })
      }
    }
  }
}
