import Testing

@testable import ConcordModel

@Suite("The rule personnel.screening.stale") struct PersonnelScreeningStaleTests {
  private func bench(tier: Int? = 1) throws -> RuleBench {
    try RuleBench("personnel.screening.stale", tier: tier, since: "2024-01-10")
  }

  private func fact(_ bench: inout RuleBench, _ kind: String, _ from: String, _ more: String...)
    throws -> RecordID
  {
    let id = try bench.make(
      "access-fact", "partner=\(bench.partner.text)", "kind=\(kind)", "from=\(from)")
    for field in more { try bench.edit(id, field) }
    return id
  }

  @Test("the first attestation is due one interval of the tier after access began")
  func absence() throws {
    for (tier, border, next) in [
      (1, "2025-03-01", "2025-03-02"), (2, "2026-03-01", "2026-03-02"),
      (3, "2027-03-01", "2027-03-02"), (nil, "2027-03-01", "2027-03-02"),
    ] as [(Int?, String, String)] {
      var bench = try bench(tier: tier)
      _ = try fact(&bench, "clearance", "2024-03-01")
      _ = try fact(&bench, "channel", "2024-06-01")
      try bench.turn(border)
      #expect(bench.isSilent, "\(border)")
      try bench.turn(next)
      #expect(bench.live.count == 1, "\(next)")
      guard tier == 2 else { continue }
      try bench.expect(
        title: "No screening attestation since access began on 2024-03-01",
        explanation: "People there have access (approved channel and clearance) since 2024-03-01. "
          + "No attestation that they were screened is on record; at tier 2 one is due every 24 "
          + "months.",
        3, 4, .insider)
    }
  }

  @Test("an attestation holds for an interval, or to its own end")
  func attested() throws {
    var bench = try bench(tier: 2)
    _ = try fact(&bench, "clearance", "2024-03-01")
    let first = try fact(&bench, "screening", "2024-05-15")
    for (day, speaks) in [("2026-05-15", false), ("2026-05-16", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
    try bench.expect(
      title: "Screening attestation of 2024-05-15 is out of date",
      explanation: "People there have access (clearance) since 2024-03-01. The last attestation "
        + "that they were screened is of 2024-05-15; at tier 2 one is due every 24 months.",
      3, 4, .insider)
    let second = try fact(&bench, "screening", "2026-05-16")
    #expect(bench.isSilent)
    try bench.edit(second, "until=2026-06-30")
    for (day, speaks) in [("2026-06-30", false), ("2026-07-01", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
    #expect(
      try bench.only().explanation?.contains("is of 2026-05-16, and ended on 2026-06-30;") == true)
    try bench.edit(second, "from=2026-12-01", "until=")
    #expect(
      bench.titles == ["Screening attestation of 2024-05-15 is out of date"],
      "one that is yet to come is none")
    try bench.end(second)
    try bench.end(first)
    #expect(bench.titles == ["No screening attestation since access began on 2024-03-01"])
  }

  @Test("an attestation before access began counts for as long as any, and access has its interval")
  func before() throws {
    var bench = try bench()
    _ = try fact(&bench, "screening", "2024-02-01")
    _ = try fact(&bench, "clearance", "2024-09-01")
    for (day, speaks) in [("2025-09-01", false), ("2025-09-02", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
  }

  @Test("access that is renewed every year without a gap began with the first")
  func renewed() throws {
    var bench = try bench()
    _ = try fact(&bench, "clearance", "2024-02-01", "until=2025-01-31")
    let second = try fact(&bench, "clearance", "2025-02-01", "until=2026-01-31")
    try bench.turn("2025-02-01")
    #expect(bench.isSilent)
    try bench.turn("2025-02-02")
    #expect(bench.titles == ["No screening attestation since access began on 2024-02-01"])
    try bench.edit(second, "from=2025-02-02")
    #expect(bench.isSilent, "a day without access: it begins anew")
    try bench.edit(second, "from=2024-08-01")
    #expect(bench.live.count == 1)
    try bench.turn("2026-02-01")
    #expect(bench.isSilent, "access has ended")
  }

  @Test("no access for people, no attestation")
  func whom() throws {
    var bench = try bench()
    let id = try fact(&bench, "originator-consent", "2024-03-01")
    _ = try fact(&bench, "insider-program", "2024-03-01")
    try bench.turn("2026-11-21")
    #expect(bench.isSilent)
    try bench.edit(id, "kind=recipient-training")
    #expect(bench.live.count == 1)
    try bench.edit(id, "until=2026-11-20")
    #expect(bench.isSilent)
    try bench.edit(id, "until=2026-11-21")
    #expect(bench.live.count == 1)
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("a dismissed one stays until people have another kind of access, or were attested again")
  func facts() throws {
    var bench = try bench()
    _ = try fact(&bench, "clearance", "2024-03-01")
    try bench.turn("2026-01-01")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    _ = try fact(&bench, "clearance", "2025-03-01")
    try bench.turn("2026-06-01")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try fact(&bench, "channel", "2026-06-01")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
    try bench.dismiss()
    _ = try fact(&bench, "screening", "2025-03-01")
    #expect(try bench.only().status == .open)
  }
}
