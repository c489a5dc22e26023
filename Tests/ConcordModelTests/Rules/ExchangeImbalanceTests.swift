import Testing

@testable import ConcordModel

@Suite("The rule exchange.imbalance") struct ExchangeImbalanceTests {
  private func bench() throws -> RuleBench {
    var bench = try RuleBench("exchange.imbalance", since: "2025-01-10")
    try bench.turn("2026-11-21")
    return bench
  }

  private func exchange(
    _ bench: inout RuleBench, _ kind: String, given: [Int] = [], received: [Int] = [],
    date: String = "2026-11-20"
  ) throws -> [RecordID] {
    var made: [RecordID] = []
    for (direction, quantities) in [("given", given), ("received", received)] {
      for quantity in quantities {
        made.append(
          try bench.make(
            "exchange", "partner=\(bench.partner.text)", "date=\(date)", "direction=\(direction)",
            "kind=\(kind)", "quantity=\(quantity)"))
      }
    }
    return made
  }

  @Test("either side that gives more than three times as much; beyond nine times it is likelier")
  func raising() throws {
    var bench = try bench()
    let made = try exchange(&bench, "intelligence", given: [1, 1], received: [2, 2, 3])
    try bench.expect(
      title: "One-sided exchange, intelligence product: more received than given",
      explanation: "In 12 months 2 products given and 7 products received, in 5 entries. "
        + "Within 3 : 1 either way is held to be mutual.",
      3, 3, .inequity, subject: "intelligence")
    try bench.edit(made[4], "quantity=15")
    #expect(try bench.only().inherent == Rating(likelihood: 4, impact: 3))
    try bench.edit(made[0], "quantity=100")
    #expect(
      bench.titles == ["One-sided exchange, intelligence product: more given than received"])
    try bench.edit(made[4], "quantity=60")
    #expect(bench.isSilent)
  }

  @Test(
    "three to one is inside, nine to one is not beyond it, and of nothing any amount is",
    arguments: [
      (3, 1, nil), (1, 3, nil), (4, 1, 3), (1, 4, 3), (9, 1, 3), (10, 1, 4), (1, 10, 4), (5, 0, 4),
      (0, 5, 4), (0, 0, nil), (10_000_000_000, 1, 4),
    ] as [(Int, Int, Int?)])
  func borders(given: Int, received: Int, likelihood: Int?) throws {
    var bench = try bench()
    _ = try exchange(&bench, "hours", given: [given, 0, 0], received: [received, 0])
    #expect(bench.live.map(\.inherent?.likelihood) == (likelihood.map { [$0] } ?? []))
  }

  @Test("five entries of one mutual kind in twelve months: no fewer, no others")
  func whatCounts() throws {
    var bench = try bench()
    var made = try exchange(&bench, "data", received: [5, 5, 5, 5])
    _ = try exchange(&bench, "intelligence", received: [5])
    _ = try exchange(&bench, "training", received: [5, 5, 5, 5, 5])
    _ = try exchange(&bench, "data", received: [5], date: "2025-11-21")
    _ = try exchange(&bench, "data", received: [5], date: "2026-11-22")
    #expect(bench.isSilent)
    made += try exchange(&bench, "data", received: [5], date: "2025-11-22")
    #expect(try bench.only().subject(bench) == "data")
    try bench.turn("2026-11-22")
    #expect(bench.live.count == 1, "one falls out of the year, another comes")
    for id in made.prefix(2) { try bench.end(id) }
    #expect(bench.isSilent)
  }

  @Test("a window that moves on closes it")
  func window() throws {
    var bench = try bench()
    _ = try exchange(&bench, "data", received: [5, 5, 5, 5, 5])
    try bench.turn("2027-11-19")
    #expect(bench.live.count == 1)
    try bench.turn("2027-11-20")
    #expect(bench.isSilent)
  }

  @Test("not of a partner that has ended")
  func whom() throws {
    var bench = try bench()
    _ = try exchange(&bench, "data", received: [5, 5, 5, 5, 5])
    try bench.move(bench.partner, to: "suspended")
    #expect(bench.live.count == 1)
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("a dismissed one stays while it is of the same side and size")
  func facts() throws {
    var bench = try bench()
    let made = try exchange(&bench, "data", given: [10], received: [10, 10, 10, 10])
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    _ = try exchange(&bench, "data", received: [20])
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    try bench.edit(made[4], "quantity=100")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}

extension Flag {
  fileprivate func subject(_ bench: RuleBench) -> String? {
    bench.office.workspace.value(id, "subject")?.text
  }
}
