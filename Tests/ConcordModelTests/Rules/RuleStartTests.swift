import Testing

@testable import ConcordModel

/// What each rule's flags start from, by tier, and at which stages of a partner.
@Suite("Start of each rule's flags") struct RuleStartTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let when: String
    let category: RiskCategory
    /// Likelihood and impact at tier 2.
    let likelihood: Int
    let impact: Int
    let kind: String
    let tiers: Set<Int>
    let speaksWhenSuspended: Bool
    let build: @Sendable (inout RuleBench) throws -> Void

    var testDescription: String { "\(rule), \(when)" }

    init(
      _ rule: String, _ when: String, _ category: RiskCategory, _ likelihood: Int, _ impact: Int,
      kind: String = "county", tiers: Set<Int> = [1, 2, 3], speaksWhenSuspended: Bool = true,
      _ build: @escaping @Sendable (inout RuleBench) throws -> Void
    ) {
      self.rule = rule
      self.when = when
      self.category = category
      self.likelihood = likelihood
      self.impact = impact
      self.kind = kind
      self.tiers = tiers
      self.speaksWhenSuspended = speaksWhenSuspended
      self.build = build
    }
  }

  private static let today = "2026-11-21"

  // DOMAIN, Rules that raise flags by themselves: its table, a row for each rating of each rule
  // there is.
  static let rows: [Row] = [
    Row("agreement.expiring", "90 days", .legal, 2, 3) {
      try $0.agree("type=dsa", "ends=2027-02-19")
    },
    Row("agreement.expiring", "61 days", .legal, 2, 3) {
      try $0.agree("type=dsa", "ends=2027-01-21")
    },
    Row("agreement.expiring", "60 days", .legal, 3, 3) {
      try $0.agree("type=dsa", "ends=2027-01-20")
    },
    Row("agreement.expiring", "31 days", .legal, 3, 3) {
      try $0.agree("type=dsa", "ends=2026-12-22")
    },
    Row("agreement.expiring", "30 days", .legal, 4, 3) {
      try $0.agree("type=dsa", "ends=2026-12-21")
    },
    Row("agreement.expired", "nothing since", .legal, 3, 3) {
      try $0.agree("type=dsa", "ends=2026-10-31")
    },
    Row("agreement.expired", "something exchanged since", .legal, 5, 4) {
      try $0.agree("type=dsa", "ends=2026-10-31")
      try $0.exchange("kind=training", "direction=given", "quantity=1")
    },
    Row("agreement.missing", "data received", .legal, 4, 4) {
      try $0.exchange("kind=data", "direction=received", "quantity=1")
    },
    Row("agreement.legal-review.missing", "MOU", .legal, 3, 4) {
      try $0.agree("type=mou", "ends=2029-11-21")
    },
    Row("agreement.oversight.missing", "data", .control, 3, 4) {
      try $0.agree("type=dsa", "ends=2029-11-21")
    },
    Row("agreement.oversight.missing", "joint operations", .control, 3, 4) {
      try $0.agree("type=nda", "ends=2029-11-21", "covers-operations=yes")
    },
    Row("agreement.oversight.missing", "criminal intelligence", .control, 4, 4) {
      try $0.agree("type=dsa", "ends=2029-11-21", "data-categories=criminal-intelligence")
    },
    Row("personnel.screening.stale", "access, no attestation", .insider, 3, 4) {
      try $0.access("kind=clearance", "from=2023-01-01")
    },
    Row("personnel.screening.stale", "old attestation", .insider, 3, 4) {
      try $0.access("kind=clearance", "from=2023-01-01")
      try $0.access("kind=screening", "from=2023-02-01")
    },
    Row("monitoring.absent", "access, no monitoring", .insider, 3, 3, tiers: [1, 2]) {
      try $0.access("kind=clearance", "from=2026-11-01")
    },
    Row("exchange.imbalance", "4 : 1", .inequity, 3, 3) {
      try $0.hours(given: [4, 0, 0, 0], received: [1])
    },
    Row("exchange.imbalance", "1 : 10", .inequity, 4, 3) {
      try $0.hours(given: [1], received: [10, 0, 0, 0])
    },
    // Suspended, it is no active provider.
    Row(
      "capability.single-source", "one active provider", .control, 3, 3,
      speaksWhenSuspended: false
    ) {
      try $0.capability()
    },
    Row("dependency.concentrated", "90 % from one of two", .control, 3, 3) {
      let other = try $0.other("Birch County")
      try $0.hours(received: Array(repeating: 10, count: 9), "mission=cybersecurity")
      try $0.hours(received: [10], "mission=cybersecurity", of: other)
    },
    Row("contact.stale", "no engagement", .control, 3, 2) { _ in },
    Row("exercise.stale", "due by agreement", .control, 2, 3) {
      try $0.agree("type=moa", "ends=2029-11-21", "exercise-months=12")
    },
    Row("exercise.stale", "due by kind and tier", .control, 2, 3, kind: "fusion") { _ in },
    Row("incident.open", "not contained", .security, 4, 4) {
      try $0.incident("agreed-hours=240")
    },
    Row("incident.open", "not notified in the agreed hours", .security, 4, 4) {
      try $0.incident("contained=2026-11-20T15:00:00Z", "agreed-hours=1")
    },
  ]

  // DOMAIN: "Ratings below are the start, +1 impact at tier 1, −1 at tier 3, marked by rule"; "no
  // tier counts as 3".
  @Test(
    "rating and category by rule and tier", arguments: rows, [1, 2, 3, nil] as [Int?])
  func start(_ row: Row, _ tier: Int?) throws {
    var bench = try RuleBench(row.rule, kind: row.kind, tier: tier, since: "2022-01-10")
    try bench.turn(Self.today)
    try row.build(&bench)
    guard row.tiers.contains(tier ?? 3) else {
      #expect(bench.flags.isEmpty)
      return
    }
    let flag = try bench.only()
    let change = [1: 1, 2: 0][tier ?? 3] ?? -1
    let impact = min(5, max(1, row.impact + change))
    #expect(flag.inherent == Rating(likelihood: row.likelihood, impact: impact))
    #expect(flag.category == row.category.rawValue)
    #expect(flag.status == .open && flag.isRatedByRule && flag.source == "rule")
  }

  // DOMAIN: "Managed = active or suspended. Prospects and ended partners raise nothing; a partner in
  // vetting only screening.hit" (which is not there yet).
  @Test(
    "only of partners that are managed", arguments: rows,
    [
      ("prospect", false), ("vetting", false), ("active", true), ("suspended", true),
      ("ended", false),
    ] as [(name: String, isManaged: Bool)])
  func stages(_ row: Row, _ stage: (name: String, isManaged: Bool)) throws {
    var bench = try RuleBench(row.rule, kind: row.kind, since: "2022-01-10")
    if stage.name != "active" { try bench.move(bench.partner, to: stage.name) }
    try bench.turn(Self.today)
    try row.build(&bench)
    let speaks = stage.isManaged && (stage.name == "active" || row.speaksWhenSuspended)
    #expect(bench.live.count == (speaks ? 1 : 0))
    #expect(bench.flags.count == bench.live.count)
  }

  @Test("every rule there is has a row, and so has each of its ratings")
  func complete() throws {
    #expect(Set(Self.rows.map(\.rule)) == Set(RuleCatalogue.rules.map { $0.name }))
    for rule in RuleCatalogue.rules {
      let ratings = Set(
        Self.rows.filter { $0.rule == rule.name }.map {
          Rating(clampedLikelihood: $0.likelihood, impact: $0.impact)
        })
      let numbers = try #require(Policy.standard.rule(rule.name))
      #expect(numbers.ratings.count == ratings.count, "\(rule.name)")
    }
  }
}
