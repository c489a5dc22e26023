import Testing

@testable import ConcordModel

@Suite("The rule contact.stale") struct ContactStaleTests {
  private func bench(tier: Int? = 2) throws -> RuleBench {
    try RuleBench("contact.stale", tier: tier, since: "2026-01-01")
  }

  private func meet(_ bench: inout RuleBench, _ date: String, _ topic: String) throws -> RecordID {
    try bench.make(
      "engagement", "partners=\(bench.partner.text)", "date=\(date)", "topic=\(topic)")
  }

  @Test(
    "so many days by tier after the last engagement",
    arguments: [
      (1, "2026-05-02", "2026-05-03"), (2, "2026-07-31", "2026-08-01"),
      (3, "2027-02-01", "2027-02-02"), (nil, "2027-02-01", "2027-02-02"),
    ] as [(Int?, String, String)])
  func borders(tier: Int?, last: String, next: String) throws {
    var bench = try bench(tier: tier)
    _ = try meet(&bench, "2026-01-20", "First talk")
    _ = try meet(&bench, "2026-02-01", "Yearly plan")
    try bench.turn(last)
    #expect(bench.isSilent)
    try bench.turn(next)
    #expect(bench.titles == ["No contact since 2026-02-01"])
  }

  @Test("it names the last engagement, and a newer one closes it")
  func raising() throws {
    var bench = try bench()
    _ = try meet(&bench, "2026-02-01", "Yearly plan")
    try bench.turn("2026-11-21")
    try bench.expect(
      title: "No contact since 2026-02-01",
      explanation: "The last engagement was “Yearly plan” on 2026-02-01. At tier 2 one is due "
        + "every 180 days.",
      3, 2, .control)
    let planned = try meet(&bench, "2026-11-22", "Planned")
    #expect(bench.live.count == 1, "what is planned has not been")
    try bench.edit(planned, "date=2026-11-21")
    #expect(bench.isSilent)
    try bench.end(planned)
    #expect(bench.live.count == 1)
  }

  @Test("without an engagement from the day on which it became active")
  func absence() throws {
    var bench = try bench()
    for (day, speaks) in [("2026-06-30", false), ("2026-07-01", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
    try bench.expect(
      title: "No contact since it became active on 2026-01-01",
      explanation: "No engagement is on record. At tier 2 one is due every 180 days.", 3, 2,
      .control)
    _ = try meet(&bench, "2025-10-10", "Before the beginning")
    #expect(
      try bench.only().explanation
        == "The last engagement was “Before the beginning” on 2025-10-10. "
        + "At tier 2 one is due every 180 days.")
    #expect(bench.titles == ["No contact since it became active on 2026-01-01"])
  }

  @Test("where nobody knows since when it is active, from the last engagement, and else nothing")
  func unknown() throws {
    var bench = try bench()
    bench.office.write(bench.partner, ["active-since": nil])
    try bench.turn("2026-11-21")
    #expect(bench.isSilent)
    _ = try meet(&bench, "2026-02-01", "Yearly plan")
    #expect(bench.titles == ["No contact since 2026-02-01"])
  }

  @Test("prospects, those in vetting and ended ones are not looked at")
  func whom() throws {
    for stage in ["prospect", "vetting", "ended"] {
      var bench = try RuleBench("contact.stale", stage: stage, since: "2026-01-01")
      _ = try meet(&bench, "2026-01-01", "Talk")
      try bench.turn("2026-11-21")
      #expect(bench.flags.isEmpty, "\(stage)")
    }
  }

  @Test("a dismissed one stays until there was another engagement, and that is long ago too")
  func facts() throws {
    var bench = try bench()
    _ = try meet(&bench, "2026-02-01", "Yearly plan")
    try bench.turn("2026-10-01")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.turn("2026-11-21")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try meet(&bench, "2026-03-01", "Forgotten")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
