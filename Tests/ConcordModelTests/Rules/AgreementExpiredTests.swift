import Testing

@testable import ConcordModel

@Suite("The rule agreement.expired") struct AgreementExpiredTests {
  private func bench() throws -> (RuleBench, RecordID) {
    var bench = try RuleBench("agreement.expired", since: "2025-01-10")
    let id = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=dsa", "title=DSA-118",
      "state=in-force", "effective=2025-01-01", "ends=2026-10-31", "data-categories=travel")
    return (bench, id)
  }

  private func give(_ bench: inout RuleBench, _ date: String) throws -> RecordID {
    try bench.make(
      "exchange", "partner=\(bench.partner.text)", "date=\(date)", "direction=given",
      "kind=training", "quantity=2")
  }

  @Test("from the day after the last one")
  func borders() throws {
    var (bench, id) = try bench()
    for (day, isOver) in [("2026-10-30", false), ("2026-10-31", false), ("2026-11-01", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !isOver, "\(day)")
    }
    try bench.expect(
      title: "DSA-118 ended on 2026-10-31",
      explanation: "“DSA-118” (Data Sharing Agreement) was in force until 2026-10-31, and no newer "
        + "agreement in force takes its place. Nothing on record was exchanged since.",
      3, 3, .legal, subject: id.text)
    try bench.edit(id, "ends=2027-10-31")
    #expect(bench.isSilent)
  }

  @Test("worse with something exchanged since, neither before nor yet to come")
  func exchanged() throws {
    var (bench, id) = try bench()
    try bench.turn("2026-11-21")
    _ = try give(&bench, "2026-10-31")
    let next = try give(&bench, "2026-11-22")
    #expect(try bench.only().inherent == Rating(likelihood: 3, impact: 3))
    let since = try give(&bench, "2026-11-01")
    try bench.expect(
      title: "DSA-118 ended on 2026-10-31",
      explanation: "“DSA-118” (Data Sharing Agreement) was in force until 2026-10-31, and no newer "
        + "agreement in force takes its place. The ledger has 1 entry since, the last of 2026-11-01.",
      5, 4, .legal, subject: id.text)
    try bench.turn("2026-11-22")
    #expect(
      try bench.only().explanation?.hasSuffix("2 entries since, the last of 2026-11-22.") == true)
    try bench.end(since)
    #expect(try bench.only().inherent == Rating(likelihood: 5, impact: 4))
    try bench.edit(next, "date=2026-11-23")
    #expect(try bench.only().inherent == Rating(likelihood: 3, impact: 3))
  }

  @Test("whatever the state says, until it is settled: terminated, superseded, or renewing itself")
  func states() throws {
    var (bench, id) = try bench()
    try bench.turn("2026-11-21")
    for (state, speaks) in [
      ("in-review", true), ("expired", true), ("terminated", false), ("superseded", false),
      ("draft", false), ("in-force", true),
    ] {
      try bench.edit(id, "state=\(state)")
      #expect(bench.isSilent == !speaks, "\(state)")
    }
    try bench.edit(id, "auto-renewal=yes")
    #expect(bench.isSilent)
    // Somebody said that it did not renew itself after all.
    try bench.edit(id, "state=expired")
    #expect(bench.titles == ["DSA-118 ended on 2026-10-31"])
    try bench.edit(id, "ends=")
    try bench.expect(
      title: "DSA-118 is expired",
      explanation: "“DSA-118” (Data Sharing Agreement) is marked as expired without the day on "
        + "which it ended, and no newer agreement in force takes its place.",
      3, 3, .legal, subject: id.text)
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("a newer one in force of the same type that covers as much takes its place")
  func replaced() throws {
    var (bench, old) = try bench()
    try bench.turn("2026-11-21")
    let new = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=dsa", "title=DSA-204",
      "state=in-force", "effective=2026-11-01", "data-categories=travel")
    #expect(bench.isSilent)
    for (field, back) in [
      ("type=isaa", "type=dsa"), ("data-categories=health", "data-categories=travel"),
      ("state=signature", "state=in-force"), ("effective=2026-11-22", "effective=2026-11-01"),
      ("effective=2024-11-01", "effective=2026-11-01"), ("effective=", "effective=2026-11-01"),
    ] {
      try bench.edit(new, field)
      #expect(bench.titles == ["DSA-118 ended on 2026-10-31"], "\(field)")
      try bench.edit(new, back)
      #expect(bench.isSilent, "\(back)")
    }
    try bench.edit(old, "covers-operations=yes")
    #expect(!bench.isSilent, "the new one covers no joint operations")
    try bench.edit(new, "covers-operations=yes")
    #expect(bench.isSilent)
    let other = try bench.other("Birch County")
    try bench.edit(new, "partners=\(other.text)")
    #expect(bench.live.map(\.partner) == [bench.partner], "what others have signed is no help")
  }

  @Test("a dismissed one stays until something is exchanged, and is not opened by the next entry")
  func facts() throws {
    var (bench, _) = try bench()
    try bench.turn("2026-11-10")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.turn("2026-11-21")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try give(&bench, "2026-11-20")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
    try bench.dismiss()
    _ = try give(&bench, "2026-11-21")
    #expect(try bench.only().status == .dismissed)
  }
}
