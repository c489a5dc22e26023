import Testing

@testable import ConcordModel

/// The borders of the rules: the last day or number on one side, and the first on the other.
@Suite("Borders of the rules") struct RuleBorderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let border: String
    let kind: String
    let tier: Int?
    let since: String
    /// Days, with whether the rule speaks then.
    let days: [(day: String, speaks: Bool)]
    let build: @Sendable (inout RuleBench) throws -> Void

    var testDescription: String { "\(rule), \(border)" }

    /// - Parameters:
    ///   - days: such as `2026-08-23 no`.
    ///   - build: what is on record since the partner became active.
    init(
      _ rule: String, _ border: String, kind: String = "county", tier: Int? = 2,
      since: String = "2024-01-10", _ days: String...,
      build: @escaping @Sendable (inout RuleBench) throws -> Void
    ) {
      self.rule = rule
      self.border = border
      self.kind = kind
      self.tier = tier
      self.since = since
      self.days = days.map { (day: String($0.prefix(10)), speaks: $0.hasSuffix("yes")) }
      self.build = build
    }
  }

  // DOMAIN, Rules that raise flags by themselves: the column "when", and "Absence counts from the
  // later of the last record and the day the duty began (activation, agreement, access); no duty for
  // that kind and tier, no flag". Days counted with Python's datetime.
  static let byDay: [Row] = [
    // 91, 90 and 0 days before the end, and the day after it.
    Row(
      "agreement.expiring", "90 days before the end to the end", "2026-08-22 no",
      "2026-08-23 yes", "2026-11-21 yes", "2026-11-22 no"
    ) { try $0.agree("type=dsa", "ends=2026-11-21") },
    Row("agreement.expiring", "no end, no warning", "2030-01-01 no") {
      try $0.agree("type=dsa")
    },
    Row("agreement.expiring", "auto-renewal", "2026-11-20 no") {
      try $0.agree("type=dsa", "ends=2026-11-21", "auto-renewal=yes")
    },
    Row("agreement.expired", "past its end", "2026-11-21 no", "2026-11-22 yes") {
      try $0.agree("type=dsa", "ends=2026-11-21")
    },
    Row(
      "agreement.missing", "twelve months", "2026-11-19 no", "2026-11-20 yes", "2027-11-19 yes",
      "2027-11-20 no"
    ) { try $0.exchange("kind=data", "direction=given", "quantity=1") },
    Row(
      "agreement.legal-review.missing", "while it is in force", "2026-02-28 no",
      "2026-03-01 yes", "2027-02-28 yes", "2027-03-01 no"
    ) { try $0.agree("type=mou", "effective=2026-03-01", "ends=2027-02-28") },
    Row(
      "agreement.oversight.missing", "while it is in force", "2026-02-28 no", "2026-03-01 yes",
      "2027-02-28 yes", "2027-03-01 no"
    ) { try $0.agree("type=dsa", "effective=2026-03-01", "ends=2027-02-28") },
    Row(
      "personnel.screening.stale", "tier 1, 12 months of access", tier: 1, "2025-03-01 no",
      "2025-03-02 yes"
    ) { try $0.access("kind=clearance", "from=2024-03-01") },
    Row(
      "personnel.screening.stale", "tier 2, 24 months of access", "2026-03-01 no",
      "2026-03-02 yes"
    ) { try $0.access("kind=clearance", "from=2024-03-01") },
    Row(
      "personnel.screening.stale", "tier 3, 36 months of access", tier: 3, "2027-03-01 no",
      "2027-03-02 yes"
    ) { try $0.access("kind=clearance", "from=2024-03-01") },
    Row(
      "personnel.screening.stale", "no tier, as tier 3", tier: nil, "2027-03-01 no",
      "2027-03-02 yes"
    ) { try $0.access("kind=clearance", "from=2024-03-01") },
    Row(
      "personnel.screening.stale", "24 months after the attestation", "2026-06-15 no",
      "2026-06-16 yes"
    ) {
      try $0.access("kind=clearance", "from=2024-03-01")
      try $0.access("kind=screening", "from=2024-06-15")
    },
    Row(
      "personnel.screening.stale", "attested before access: from the access", "2026-09-01 no",
      "2026-09-02 yes"
    ) {
      try $0.access("kind=clearance", "from=2024-09-01")
      try $0.access("kind=screening", "from=2024-02-01")
    },
    Row("personnel.screening.stale", "no access for people", "2034-01-01 no") {
      try $0.access("kind=originator-consent", "from=2024-03-01")
    },
    Row(
      "monitoring.absent", "while there is access", "2026-02-28 no", "2026-03-01 yes",
      "2026-03-31 yes", "2026-04-01 no"
    ) { try $0.access("kind=clearance", "from=2026-03-01", "until=2026-03-31") },
    Row(
      "monitoring.absent", "outside the days of monitoring", tier: 1, "2026-04-30 yes",
      "2026-05-01 no", "2026-05-31 no", "2026-06-01 yes"
    ) {
      try $0.access("kind=clearance", "from=2026-03-01")
      try $0.access("kind=monitoring", "from=2026-05-01", "until=2026-05-31")
    },
    Row("monitoring.absent", "not at tier 3", tier: 3, "2026-11-21 no") {
      try $0.access("kind=clearance", "from=2026-03-01")
    },
    Row("monitoring.absent", "no tier, as tier 3", tier: nil, "2026-11-21 no") {
      try $0.access("kind=clearance", "from=2026-03-01")
    },
    Row(
      "exchange.imbalance", "twelve months", "2026-11-20 yes", "2027-11-19 yes", "2027-11-20 no"
    ) { try $0.hours(given: [4, 0, 0, 0], received: [1]) },
    Row(
      "dependency.concentrated", "twelve months", "2026-11-20 yes", "2027-11-19 yes",
      "2027-11-20 no"
    ) {
      let other = try $0.other("Birch County")
      try $0.hours(received: Array(repeating: 9, count: 9), "mission=customs")
      try $0.hours(received: [1], "mission=customs", of: other)
    },
    Row(
      "contact.stale", "tier 1, 90 days", tier: 1, since: "2026-01-01", "2026-04-01 no",
      "2026-04-02 yes"
    ) { _ in },
    Row(
      "contact.stale", "tier 2, 180 days", since: "2026-01-01", "2026-06-30 no",
      "2026-07-01 yes"
    ) { _ in },
    Row(
      "contact.stale", "tier 3, 365 days", tier: 3, since: "2026-01-01", "2027-01-01 no",
      "2027-01-02 yes"
    ) { _ in },
    Row(
      "contact.stale", "no tier, as tier 3", tier: nil, since: "2026-01-01", "2027-01-01 no",
      "2027-01-02 yes"
    ) { _ in },
    Row(
      "contact.stale", "from the last engagement", since: "2026-01-01", "2026-07-31 no",
      "2026-08-01 yes"
    ) {
      try $0.meet("2026-01-15")
      try $0.meet("2026-02-01")
    },
    Row(
      "contact.stale", "an engagement before it was active: from the activation",
      since: "2026-01-01", "2026-06-30 no", "2026-07-01 yes"
    ) { try $0.meet("2025-10-10") },
    Row(
      "exercise.stale", "by agreement, 12 months after it began", "2027-03-01 no",
      "2027-03-02 yes"
    ) { try $0.agree("type=moa", "effective=2026-03-01", "exercise-months=12") },
    Row(
      "exercise.stale", "by agreement, 12 months after an exercise", "2027-05-05 no",
      "2027-05-06 yes"
    ) {
      try $0.agree("type=moa", "effective=2026-03-01", "exercise-months=12")
      try $0.exercise("2026-05-05")
    },
    Row(
      "exercise.stale", "an exercise before the agreement: from the agreement", "2027-03-01 no",
      "2027-03-02 yes"
    ) {
      try $0.agree("type=moa", "effective=2026-03-01", "exercise-months=12")
      try $0.exercise("2026-01-05")
    },
    Row("exercise.stale", "no agreement, and a kind with which none is due", "2034-01-01 no") {
      _ in
    },
    Row(
      "exercise.stale", "a tier of its kind with which none is due", kind: "police",
      "2034-01-01 no"
    ) { _ in },
    Row("incident.open", "while it is not contained", "2026-11-21 yes", "2034-11-21 yes") {
      try $0.incident()
    },
    // The clock stands at 14:00 each day: 24 hours after it was noticed, and 48.
    Row(
      "incident.open", "contained, notified by nobody in 24 hours", "2026-11-21 no",
      "2026-11-22 yes"
    ) { try $0.incident("contained=2026-11-20T15:00:00Z", "agreed-hours=24") },
    Row("incident.open", "contained, notified on the last hour", "2026-11-22 no") {
      try $0.incident(
        "contained=2026-11-20T15:00:00Z", "agreed-hours=24", "notified=2026-11-21T14:00:00Z")
    },
    Row("incident.open", "contained, notified a second late", "2026-11-22 yes") {
      try $0.incident(
        "contained=2026-11-20T15:00:00Z", "agreed-hours=24", "notified=2026-11-21T14:00:01Z")
    },
  ]

  @Test("by day", arguments: byDay)
  func day(_ row: Row) throws {
    var bench = try RuleBench(row.rule, kind: row.kind, tier: row.tier, since: row.since)
    try row.build(&bench)
    for (day, speaks) in row.days {
      try bench.turn(day)
      #expect(bench.live.count == (speaks ? 1 : 0), "\(day)")
    }
  }

  // The same table of DOMAIN, where it counts, compares or asks what is on record.
  static let byNumber: [Row] = [
    Row("exchange.imbalance", "4 : 1 in four entries", "2026-11-21 no") {
      try $0.hours(given: [4, 0, 0], received: [1])
    },
    Row("exchange.imbalance", "4 : 1 in five entries", "2026-11-21 yes") {
      try $0.hours(given: [4, 0, 0, 0], received: [1])
    },
    Row("exchange.imbalance", "3 : 1", "2026-11-21 no") {
      try $0.hours(given: [300, 0, 0, 0], received: [100])
    },
    Row("exchange.imbalance", "301 : 100", "2026-11-21 yes") {
      try $0.hours(given: [301, 0, 0, 0], received: [100])
    },
    Row("exchange.imbalance", "1 : 3", "2026-11-21 no") {
      try $0.hours(given: [100], received: [300, 0, 0, 0])
    },
    Row("exchange.imbalance", "100 : 301", "2026-11-21 yes") {
      try $0.hours(given: [100], received: [301, 0, 0, 0])
    },
    // Money is not expected to be mutual: a grant is one-way.
    Row("exchange.imbalance", "a grant", "2026-11-21 no") {
      for _ in 0..<5 { try $0.exchange("kind=money", "direction=given", "quantity=1000") }
    },
    Row("dependency.concentrated", "60 %", "2026-11-21 no") {
      let other = try $0.other("Birch County")
      try $0.hours(received: [20, 20, 20, 20, 40], "mission=customs")
      try $0.hours(received: [20, 20, 20, 10, 10], "mission=customs", of: other)
    },
    Row("dependency.concentrated", "over 60 %", "2026-11-21 yes") {
      let other = try $0.other("Birch County")
      try $0.hours(received: [20, 20, 20, 20, 41], "mission=customs")
      try $0.hours(received: [20, 20, 20, 10, 10], "mission=customs", of: other)
    },
    Row("dependency.concentrated", "nine entries", "2026-11-21 no") {
      let other = try $0.other("Birch County")
      try $0.hours(received: Array(repeating: 9, count: 8), "mission=customs")
      try $0.hours(received: [1], "mission=customs", of: other)
    },
    Row("dependency.concentrated", "ten entries", "2026-11-21 yes") {
      let other = try $0.other("Birch County")
      try $0.hours(received: Array(repeating: 9, count: 9), "mission=customs")
      try $0.hours(received: [1], "mission=customs", of: other)
    },
    Row("dependency.concentrated", "one partner", "2026-11-21 no") {
      try $0.hours(received: Array(repeating: 9, count: 12), "mission=customs")
    },
    Row("dependency.concentrated", "two mission areas, five entries each", "2026-11-21 no") {
      let other = try $0.other("Birch County")
      try $0.hours(received: [9, 9, 9, 9], "mission=customs")
      try $0.hours(received: [9, 9, 9, 9], "mission=cybersecurity")
      try $0.hours(received: [1], "mission=customs", of: other)
      try $0.hours(received: [1], "mission=cybersecurity", of: other)
    },
    Row("capability.single-source", "one active provider", "2026-11-21 yes") {
      try $0.capability()
    },
    Row("capability.single-source", "not one that we need", "2026-11-21 no") {
      try $0.capability("needed=no")
    },
    Row("capability.single-source", "an alternative on record", "2026-11-21 no") {
      try $0.capability("alternative=The port's own radar")
    },
    Row("capability.single-source", "two active providers", "2026-11-21 no") {
      let other = try $0.other("Birch County")
      try $0.capability()
      try $0.capability(of: other)
    },
    Row("capability.single-source", "the other provider is suspended", "2026-11-21 yes") {
      let other = try $0.other("Birch County")
      try $0.capability()
      try $0.capability(of: other)
      try $0.move(other, to: "suspended")
    },
    Row("agreement.missing", "hours need none", "2026-11-21 no") {
      try $0.hours(received: [5])
    },
    Row("agreement.missing", "one in force covers it", "2026-11-21 no") {
      try $0.agree("type=dsa")
      try $0.exchange("kind=data", "direction=given", "quantity=1")
    },
    Row("agreement.missing", "one in force for the other direction", "2026-11-21 yes") {
      try $0.agree("type=dsa", "directions=received")
      try $0.exchange("kind=data", "direction=given", "quantity=1")
    },
    Row("agreement.missing", "one that is signed by nobody yet", "2026-11-21 yes") {
      try $0.agree("type=dsa", "state=signature")
      try $0.exchange("kind=data", "direction=given", "quantity=1")
    },
    Row("agreement.legal-review.missing", "reviewed", "2026-11-21 no") {
      try $0.agree("type=mou", "counsel-reviewed=2022-12-01")
    },
    Row("agreement.legal-review.missing", "a type that needs none", "2026-11-21 no") {
      try $0.agree("type=nda")
    },
    Row("agreement.oversight.missing", "an oversight body", "2026-11-21 no") {
      try $0.agree("type=dsa", "oversight=Joint board")
    },
    Row("agreement.oversight.missing", "roles", "2026-11-21 no") {
      try $0.agree("type=dsa", "roles=We send, they keep")
    },
    Row("agreement.oversight.missing", "neither data nor joint operations", "2026-11-21 no") {
      try $0.agree("type=nda")
    },
  ]

  @Test("by number and by what is on record", arguments: byNumber)
  func number(_ row: Row) throws {
    var bench = try RuleBench(row.rule, kind: row.kind, tier: row.tier, since: row.since)
    let (day, speaks) = try #require(row.days.first)
    try bench.turn(day)
    try row.build(&bench)
    #expect(bench.live.count == (speaks ? 1 : 0))
  }
}
