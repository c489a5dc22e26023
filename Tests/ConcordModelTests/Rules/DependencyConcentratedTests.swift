import Testing

@testable import ConcordModel

@Suite("The rule dependency.concentrated") struct DependencyConcentratedTests {
  private func bench() throws -> (RuleBench, RecordID) {
    var bench = try RuleBench("dependency.concentrated", since: "2025-01-10")
    try bench.turn("2026-11-21")
    let other = try bench.other("Birch County")
    return (bench, other)
  }

  /// Entries of people's hours: a point an hour.
  private func receive(
    _ bench: inout RuleBench, from partner: RecordID, _ hours: [Int],
    mission: String = "cybersecurity", date: String = "2026-11-20"
  ) throws -> [RecordID] {
    try hours.map {
      try bench.make(
        "exchange", "partner=\(partner.text)", "date=\(date)", "direction=received",
        "kind=hours", "quantity=\($0)", "mission=\(mission)")
    }
  }

  @Test("more than sixty per cent from one partner; sixty is not")
  func raising() throws {
    var (bench, other) = try bench()
    let own = try receive(&bench, from: bench.partner, [100, 100, 100, 100, 200])
    _ = try receive(&bench, from: other, [100, 100, 100, 50, 50])
    #expect(bench.isSilent)
    try bench.edit(own[0], "points=101")
    try bench.expect(
      title: "Most of what we receive for cybersecurity comes from here",
      explanation: "At least 60 % of the points received for cybersecurity in 12 months came from "
        + "this partner. Up to 60 % from one is held to be sound.",
      3, 3, .control, subject: "cybersecurity")
    try bench.edit(own[0], "points=1000")
    #expect(try bench.only().explanation?.hasPrefix("At least 70 % of") == true)
    try bench.edit(own[0], "points=1000000")
    #expect(try bench.only().explanation?.hasPrefix("At least 90 % of") == true)
    try bench.edit(own[0], "points=1")
    #expect(bench.isSilent)
  }

  @Test("ten entries and two partners, of the same mission area, received, in twelve months")
  func whatCounts() throws {
    var (bench, other) = try bench()
    _ = try receive(&bench, from: bench.partner, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])
    #expect(bench.isSilent, "one partner alone tells nothing of others")
    let one = try receive(&bench, from: other, [1])
    #expect(bench.live.map(\.partner) == [bench.partner])
    for (field, back) in [
      ("direction=given", "direction=received"), ("mission=customs", "mission=cybersecurity"),
      ("mission=", "mission=cybersecurity"), ("date=2025-11-21", "date=2025-11-22"),
      ("date=2026-11-22", "date=2026-11-21"),
    ] {
      try bench.edit(one[0], field)
      #expect(bench.isSilent, "\(field)")
      try bench.edit(one[0], back)
      #expect(bench.live.count == 1, "\(back)")
    }
    let few = try receive(&bench, from: bench.partner, [9], mission: "customs")
    _ = try receive(
      &bench, from: other, [1, 1, 1, 1, 1, 1, 1, 1], mission: "customs", date: "2026-11-21")
    #expect(bench.live.count == 1, "nine entries")
    try bench.edit(few[0], "quantity=99")
    _ = try receive(&bench, from: other, [0], mission: "customs")
    #expect(bench.live.count == 2)
  }

  @Test("a window that moves on closes it")
  func window() throws {
    var (bench, other) = try bench()
    _ = try receive(&bench, from: bench.partner, [9, 9, 9, 9, 9, 9, 9, 9, 9])
    _ = try receive(&bench, from: other, [1], date: "2026-11-10")
    #expect(bench.live.count == 1)
    try bench.turn("2027-11-09")
    #expect(bench.live.count == 1)
    try bench.turn("2027-11-10")
    #expect(bench.isSilent)
  }

  @Test("what one partner gives changes another's share, at once")
  func others() throws {
    var (bench, other) = try bench()
    _ = try receive(&bench, from: bench.partner, [10, 10, 10, 10, 10, 10, 10, 10, 10])
    let second = try receive(&bench, from: other, [10])
    #expect(bench.live.map(\.partner) == [bench.partner])
    try bench.edit(second[0], "quantity=60")
    #expect(bench.isSilent)
    try bench.edit(second[0], "quantity=200")
    #expect(bench.live.map(\.partner) == [other])
    try bench.edit(second[0], "partner=\(bench.partner.text)")
    #expect(bench.isSilent, "now all is from one")
    let third = try bench.other("Cedar County")
    let last = try receive(&bench, from: third, [1])
    #expect(bench.live.map(\.partner) == [bench.partner])
    try bench.end(last[0])
    #expect(bench.isSilent)
  }

  @Test("what came from those that we work with no longer is no part of it")
  func stages() throws {
    var (bench, other) = try bench()
    _ = try receive(&bench, from: bench.partner, [10, 10, 10, 10, 10, 10, 10, 10, 10])
    _ = try receive(&bench, from: other, [60, 1])
    let prospect = try bench.make("partner", "name=Cedar County", "kind=county")
    _ = try receive(&bench, from: prospect, [1, 1])
    #expect(bench.isSilent)
    try bench.move(other, to: "ended")
    #expect(bench.isSilent, "nine entries from one")
    try bench.move(prospect, to: "active")
    #expect(bench.live.map(\.partner) == [bench.partner])
    try bench.move(prospect, to: "suspended")
    #expect(bench.live.count == 1)
    try bench.end(prospect)
    #expect(bench.isSilent)
  }

  @Test("a dismissed one stays, also when the share grows; another mission area is another flag")
  func facts() throws {
    var (bench, other) = try bench()
    let own = try receive(&bench, from: bench.partner, [10, 10, 10, 10, 10, 10, 10, 10, 10])
    _ = try receive(&bench, from: other, [40])
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.edit(own[0], "quantity=1000")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try receive(
      &bench, from: bench.partner, [10, 10, 10, 10, 10, 10, 10, 10, 10], mission: "customs")
    _ = try receive(&bench, from: other, [40], mission: "customs")
    #expect(bench.titles == ["Most of what we receive for customs regulation comes from here"])
    let all = bench.flags.compactMap { bench.office.workspace.value($0.id, "facts")?.text }
    #expect(Set(all).count == 2)
  }
}
