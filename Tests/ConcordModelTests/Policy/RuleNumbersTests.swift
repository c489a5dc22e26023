import Testing

@testable import ConcordModel

/// The numbers of the rules in the policy, each rule a row of the domain page's table.
@Suite("Numbers of the rules") struct RuleNumbersTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let category: RiskCategory
    let ratings: [[Int]]
    let thresholds: [String: [Int]]
    let reverse: RiskCategory?

    var testDescription: String { rule }

    init(
      _ rule: String, _ category: RiskCategory, _ ratings: [[Int]],
      _ thresholds: [String: [Int]] = [:], reverse: RiskCategory? = nil
    ) {
      self.rule = rule
      self.category = category
      self.ratings = ratings
      self.thresholds = thresholds
      self.reverse = reverse
    }
  }

  // DOMAIN, Rules that raise flags by themselves, in its order; four of them have their numbers
  // before they have their code.
  static let rows: [Row] = [
    Row("agreement.expiring", .legal, [[2, 3], [3, 3], [4, 3]], ["days": [90, 60, 30]]),
    Row("agreement.expired", .legal, [[3, 3], [5, 4]]),
    Row("agreement.missing", .legal, [[4, 4]], ["months": [12]]),
    Row("agreement.legal-review.missing", .legal, [[3, 4]]),
    Row("agreement.oversight.missing", .control, [[3, 4], [4, 4]]),
    Row("vetting.overdue", .security, [[3, 4], [4, 4]], ["days": [180]]),
    Row("screening.hit", .security, [[2, 5], [3, 5], [5, 5]], ["percent": [95]]),
    Row("personnel.screening.stale", .insider, [[3, 4]]),
    Row("monitoring.absent", .insider, [[3, 3]], ["tiers": [1, 2]]),
    Row(
      "exchange.imbalance", .inequity, [[3, 3], [4, 3]],
      ["entries": [5], "months": [12], "ratio": [3, 9]]),
    Row("capability.single-source", .control, [[3, 3]]),
    Row(
      "dependency.concentrated", .control, [[3, 3]],
      ["percent": [60], "entries": [10], "partners": [2], "months": [12]]),
    Row("contact.stale", .control, [[3, 2]], ["days-by-tier": [90, 180, 365]]),
    Row("exercise.stale", .control, [[2, 3]]),
    Row("marking.exceeded", .security, [[5, 4]]),
    Row(
      "alignment.gap", .inequity, [[3, 2], [3, 3]], ["gap": [2, 3], "months": [24]],
      reverse: .legal),
    Row("incident.open", .security, [[4, 4]]),
  ]

  @Test("each rule has the category, ratings and thresholds of the domain", arguments: rows)
  func numbers(_ row: Row) throws {
    let found = try #require(Policy.standard.rule(row.rule))
    #expect(found.category == row.category && found.reverseCategory == row.reverse)
    #expect(found.ratings.map { [$0.likelihood, $0.impact] } == row.ratings)
    #expect(found.thresholds == row.thresholds)
  }

  @Test("no rule is left out, and they stand in the order of the domain")
  func complete() { #expect(Policy.standard.rules.map(\.rule) == Self.rows.map(\.rule)) }

  // DOMAIN, Partners: "Tier sets the review interval (12, 24, 36 months)…; no tier counts as 3"; and
  // Rules: "+1 impact at tier 1, −1 at tier 3".
  @Test(
    "what follows from a tier",
    arguments: [(1, 12, 1), (2, 24, 0), (3, 36, -1), (nil, 36, -1)] as [(Int?, Int, Int)])
  func tiers(_ tier: Int?, _ months: Int, _ change: Int) {
    #expect(Policy.standard.reviewMonths(tier: tier) == months)
    #expect(Policy.standard.tier(tier).impactChange == change)
  }
}
