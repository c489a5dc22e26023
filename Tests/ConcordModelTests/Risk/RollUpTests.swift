import Testing

@testable import ConcordModel

@Suite("Roll-up of a partner")
struct RollUpTests {
  private static let scale = Policy.standard.scale

  struct Vector: Sendable, CustomTestStringConvertible {
    let cells: [(Int, Int)]
    let level: Level
    let exact: Double
    let shown: Int

    var testDescription: String { "\(cells) is \(level.words) \(shown)" }
  }

  // The domain page's vectors; exact values by its formula, to three decimals.
  @Test(
    "Vectors",
    arguments: [
      Vector(cells: [(4, 4)], level: .high, exact: 85, shown: 85),
      Vector(cells: [(4, 3), (3, 3), (2, 2)], level: .moderate, exact: 53.694, shown: 54),
      Vector(cells: [(3, 5), (3, 3), (2, 3)], level: .high, exact: 82.313, shown: 82),
      Vector(cells: [(4, 5), (5, 4)], level: .veryHigh, exact: 97.8, shown: 98),
      Vector(
        cells: Array(repeating: (2, 2), count: 20), level: .low, exact: 10.728, shown: 11),
      Vector(cells: [(2, 2), (3, 3), (4, 3)], level: .moderate, exact: 53.694, shown: 54),
    ])
  func vectors(_ vector: Vector) throws {
    let risk = PartnerRisk(
      live: vector.cells.map { Self.factor($0.0, $0.1) }, isAssessed: true, scale: Self.scale)
    let score = try #require(risk.score)
    #expect(risk.level == vector.level)
    #expect(abs(score - vector.exact) < 0.0005)
    #expect(risk.shownScore == vector.shown)
    #expect(
      Policy.standard.rollUp(
        vector.cells.map { Self.scale.score(Self.factor($0.0, $0.1).residual) },
        level: vector.level) == score)
  }

  @Test("Unknown is not zero: assessed, at least, unassessed")
  func basis() {
    let none = PartnerRisk(live: [], isAssessed: false, scale: Self.scale)
    #expect(none.basis == .unassessed && none.level == nil && none.score == nil)
    let clean = PartnerRisk(live: [], isAssessed: true, scale: Self.scale)
    #expect(clean.basis == .assessed && clean.level == .veryLow && clean.score == 0)
    let byRule = Self.factor(3, 3, isByRule: true)
    let rules = PartnerRisk(live: [byRule], isAssessed: false, scale: Self.scale)
    #expect(rules.basis == .atLeast && rules.level == .moderate && rules.score == 21)
    let mixed = PartnerRisk(
      live: [byRule, Self.factor(1, 1)], isAssessed: false, scale: Self.scale)
    #expect(mixed.basis == .assessed)
    #expect(PartnerRisk(live: [byRule], isAssessed: true, scale: Self.scale).basis == .assessed)
  }

  @Test("The arithmetic, flag by flag")
  func sentences() {
    let risk = PartnerRisk(
      live: [
        Self.factor(2, 2, "Late"), Self.factor(4, 3, "No oversight"),
        Self.factor(3, 3, "Stale", isByRule: true),
      ], isAssessed: true, scale: Self.scale)
    #expect(risk.terms.map(\.factor.label) == ["No oversight", "Stale", "Late"])
    #expect(
      risk.sentences == [
        "worst live flag: No oversight (4,3): moderate, 50",
        "room up to the top of moderate: 79 - 50",
        "Stale (3,3), by rule: moderate, 21; leaves 1 - 0.5 x 21/100 = 0.895 of the room",
        "Late (2,2): low, 5; leaves 1 - 0.5 x 5/100 = 0.975 of the room",
        "50 + (79 - 50) x (1 - 0.873) = 53.694",
        "partner: moderate, 54",
      ])
    let rule = PartnerRisk(
      live: [Self.factor(3, 3, "Stale", isByRule: true)], isAssessed: false, scale: Self.scale)
    #expect(rule.sentences.last == "at least moderate, 21: only rules have rated it")
    #expect(
      PartnerRisk(live: [], isAssessed: true, scale: Self.scale).sentences
        == ["assessed, and no live flag: very low, 0"])
    #expect(
      PartnerRisk(live: [], isAssessed: false, scale: Self.scale).sentences.first?
        .hasPrefix("unassessed") == true)
  }

  static func factor(
    _ likelihood: Int, _ impact: Int, _ label: String = "flag", isByRule: Bool = false
  ) -> PartnerRisk.Factor {
    PartnerRisk.Factor(
      label: label, residual: Rating(clampedLikelihood: likelihood, impact: impact),
      isByRule: isByRule)
  }
}
