import Testing

@testable import ConcordModel

@Suite("The rule monitoring.absent") struct MonitoringAbsentTests {
  private func bench(tier: Int? = 2) throws -> RuleBench {
    try RuleBench("monitoring.absent", tier: tier)
  }

  private func fact(_ bench: inout RuleBench, _ kind: String, _ from: String = "2026-11-21") throws
    -> RecordID
  {
    try bench.make(
      "access-fact", "partner=\(bench.partner.text)", "kind=\(kind)", "from=\(from)")
  }

  @Test("access and no monitoring, at the tiers that the policy names")
  func raising() throws {
    var bench = try bench()
    _ = try fact(&bench, "clearance")
    _ = try fact(&bench, "disclosure-authority")
    _ = try fact(&bench, "insider-program")
    try bench.expect(
      title: "Access without monitoring",
      explanation: "This partner has access (clearance and disclosure authority), and no "
        + "monitoring is on record as in force; it is of tier 2.",
      3, 3, .insider)
    try bench.edit(bench.partner, "tier=3")
    #expect(bench.isSilent)
    try bench.edit(bench.partner, "tier=1")
    #expect(bench.live.count == 1)
    try bench.edit(bench.partner, "tier=")
    #expect(bench.isSilent, "none counts as 3")
  }

  @Test("safeguards are no access")
  func safeguards() throws {
    var bench = try bench()
    for kind in ["screening", "insider-program"] { _ = try fact(&bench, kind) }
    #expect(bench.isSilent)
  }

  @Test("from the first day of access to its last, outside the days of monitoring")
  func borders() throws {
    var bench = try bench()
    let access = try fact(&bench, "channel", "2026-11-23")
    try bench.edit(access, "until=2026-12-31")
    let monitoring = try fact(&bench, "monitoring", "2026-11-25")
    try bench.edit(monitoring, "until=2026-12-24")
    for (day, speaks) in [
      ("2026-11-22", false), ("2026-11-23", true), ("2026-11-24", true), ("2026-11-25", false),
      ("2026-12-24", false), ("2026-12-25", true), ("2026-12-31", true), ("2027-01-01", false),
    ] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
  }

  @Test("not of a partner that has ended")
  func whom() throws {
    var bench = try bench()
    _ = try fact(&bench, "channel")
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("a dismissed one stays while the kinds of access do")
  func facts() throws {
    var bench = try bench()
    let first = try fact(&bench, "channel")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    _ = try fact(&bench, "channel")
    try bench.end(first)
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try fact(&bench, "clearance")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
