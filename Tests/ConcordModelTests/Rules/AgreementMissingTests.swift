import Testing

@testable import ConcordModel

@Suite("The rule agreement.missing") struct AgreementMissingTests {
  private func bench() throws -> RuleBench {
    var bench = try RuleBench("agreement.missing", since: "2025-01-10")
    try bench.turn("2026-11-21")
    return bench
  }

  private func exchange(
    _ bench: inout RuleBench, _ kind: String, _ direction: String = "received",
    _ date: String = "2026-11-20"
  ) throws -> RecordID {
    try bench.make(
      "exchange", "partner=\(bench.partner.text)", "date=\(date)", "direction=\(direction)",
      "kind=\(kind)", "quantity=1")
  }

  private func agreement(_ bench: inout RuleBench, _ type: String, _ more: String) throws
    -> RecordID
  {
    try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=\(type)", "title=Paper",
      "state=in-force", "effective=2026-01-01", more)
  }

  @Test("one flag for each kind that needs one")
  func raising() throws {
    var bench = try bench()
    _ = try exchange(&bench, "hours")
    #expect(bench.flags.isEmpty, "people's hours need none")
    _ = try exchange(&bench, "data", "received", "2026-11-03")
    _ = try exchange(&bench, "data", "given", "2026-10-02")
    try bench.expect(
      title: "Exchanged without an agreement: data",
      explanation: "Within 12 months something of the kind “data” was given and received, the last "
        + "on 2026-11-03. That needs an agreement that covers data, and none in force with this "
        + "partner covers it.",
      4, 4, .legal, subject: "data")
    _ = try exchange(&bench, "money")
    #expect(
      bench.titles == [
        "Exchanged without an agreement: data", "Exchanged without an agreement: money",
      ])
    let money = try #require(bench.live.first { $0.title.hasSuffix("money") })
    #expect(
      money.explanation
        == "Within 12 months something of the kind “money” was received, the last on 2026-11-20. "
        + "That needs an agreement, and none in force with this partner covers it.")
  }

  @Test("what was exchanged in the last twelve months counts, and not what is yet to come")
  func borders() throws {
    for (day, speaks) in [
      ("2026-11-19", false), ("2026-11-20", true), ("2027-11-19", true), ("2027-11-20", false),
    ] {
      var bench = try bench()
      _ = try exchange(&bench, "data")
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
  }

  @Test("an agreement in force covers it: for data one that says so, for the rest any")
  func covered() throws {
    var bench = try bench()
    let data = try exchange(&bench, "data")
    let money = try exchange(&bench, "money")
    let id = try agreement(&bench, "nda", "ends=2026-12-31")
    #expect(bench.titles == ["Exchanged without an agreement: data"])
    for (field, isCovered) in [
      ("data-categories=travel", true), ("directions=given", false),
      ("directions=given,received", true), ("state=draft", false), ("state=in-review", true),
      ("directions=", true), ("data-categories=", false), ("type=dsa", true),
      ("effective=2026-11-22", false), ("effective=2026-11-21", true),
    ] {
      try bench.edit(id, field)
      #expect(bench.titles.contains { $0.hasSuffix("data") } == !isCovered, "\(field)")
    }
    try bench.turn("2026-12-31")
    #expect(bench.isSilent)
    try bench.turn("2027-01-01")
    #expect(bench.live.count == 2)
    try bench.end(money)
    try bench.end(data)
    #expect(bench.isSilent)
  }

  @Test("nothing of a prospect, and nothing that others have agreed")
  func whom() throws {
    var bench = try bench()
    let prospect = try bench.make("partner", "name=Birch County", "kind=county")
    _ = try bench.make(
      "exchange", "partner=\(prospect.text)", "date=2026-11-20", "direction=given", "kind=data",
      "quantity=1")
    #expect(bench.flags.isEmpty)
    try bench.move(prospect, to: "active")
    #expect(bench.live.map(\.partner) == [prospect])
    _ = try agreement(&bench, "dsa", "purpose=all")
    #expect(bench.live.map(\.partner) == [prospect])
  }

  @Test("a dismissed one stays when more of the same comes, and opens when the other way comes")
  func facts() throws {
    var bench = try bench()
    _ = try exchange(&bench, "data")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    _ = try exchange(&bench, "data", "received", "2026-11-21")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try exchange(&bench, "data", "given", "2026-11-21")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }

  @Test("a dismissed one is not opened by an entry that falls out of the window")
  func oldEntries() throws {
    var bench = try bench()
    _ = try exchange(&bench, "data", "given", "2026-01-20")
    _ = try exchange(&bench, "data", "received", "2026-11-20")
    try bench.dismiss()
    try bench.turn("2027-02-01")
    #expect(try bench.only().status == .dismissed)
    _ = try exchange(&bench, "data", "received", "2027-01-20")
    #expect(try bench.only().status == .dismissed)
  }
}
