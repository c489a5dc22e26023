import ConcordModel
import OfficeInMemory
import Testing

/// How a partner stands with vetting, and what lets it become active.
@Suite struct StandingTests {
  /// What was decided of a partner, one decision a day, the last today.
  private func office(
    _ outcomes: [String], kind: String, tier: Int
  ) throws -> (MemoryOffice, RecordID) {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    let partner = try office.make("partner", "name=Deltawave", "kind=\(kind)", "tier=\(tier)")
    for (place, outcome) in outcomes.enumerated() {
      office.turn(to: MemoryOffice.today.adding(days: place + 1 - outcomes.count))
      let made = try office.run(Invocation("case.open", on: [partner]))
      guard let opened = made.records.first(where: { $0.kind == .vettingCase }), outcome != "open"
      else { continue }
      office.author = "m.ruiz"
      try office.run(Invocation("task.pass", on: made.records.filter { $0.kind == .task }))
      office.author = "a.chen"
      var answers = ["outcome": outcome, "reason": "all was looked at"]
      if outcome == "approved-with-conditions" { answers["conditions"] = "no onward sharing" }
      try office.run(Invocation("case.decide", on: [opened], answers))
    }
    return (office, partner)
  }

  static let approved = "approved"
  static let conditional = "approved-with-conditions"
  static let rejected = "rejected"

  // DOMAIN, Vetting: "A partner's standing: none, not required, in force, with conditions, stale
  // (past its date: never shown as cleared), suspended, rejected. Separately: a case is open, or
  // not." At tier 2 a decision of 2026-11-21 ends on 2028-11-21, at tier 1 on 2027-11-21.
  @Test(
    "the last decision says how a partner stands, until the day after its end",
    arguments: [
      ("vendor", 2, [], "2026-11-21", .none), ("vendor", 2, ["open"], "2026-11-21", .none),
      ("county", 2, [], "2026-11-21", .notRequired),
      ("police", 2, [], "2026-11-21", .none), ("police", 3, [], "2026-11-21", .notRequired),
      ("vendor", 2, [approved], "2026-11-21", .inForce),
      ("vendor", 2, [approved], "2028-11-21", .inForce),
      ("vendor", 2, [approved], "2028-11-22", .stale),
      ("vendor", 1, [approved], "2027-11-21", .inForce),
      ("vendor", 1, [approved], "2027-11-22", .stale),
      ("vendor", 2, [conditional], "2028-11-21", .withConditions),
      ("vendor", 2, [conditional], "2028-11-22", .stale),
      ("vendor", 2, [rejected], "2026-11-21", .rejected),
      ("vendor", 2, [rejected], "2034-11-21", .rejected),
      ("vendor", 2, [approved, rejected], "2026-11-21", .rejected),
      ("vendor", 2, [rejected, approved], "2026-11-21", .inForce),
      ("vendor", 2, [approved, conditional], "2026-11-21", .withConditions),
      // An open case is told apart from the standing.
      ("vendor", 2, [approved, "open"], "2026-11-21", .inForce),
      ("vendor", 2, [rejected, "open"], "2026-11-21", .rejected),
      ("county", 2, [approved], "2026-11-21", .inForce),
    ] as [(String, Int, [String], String, Standing)])
  func standing(
    _ kind: String, _ tier: Int, _ outcomes: [String], _ day: String, _ expected: Standing
  ) throws {
    var (office, partner) = try office(outcomes, kind: kind, tier: tier)
    office.turn(to: try #require(Day(day)))
    let row = try #require(office.workspace.row(partner))
    #expect(office.workspace.standing(row: row) == expected)
  }

  // DOMAIN, Partners: "A partner becomes active only with a vetting decision in force or where its
  // kind needs none…; a command that skips this needs a stated reason, and is on the record."
  @Test(
    "what lets a partner become active without a reason",
    arguments: [
      ("vendor", [], "2026-11-21", Standing.none),
      ("vendor", ["open"], "2026-11-21", Standing.none),
      ("vendor", [approved], "2028-11-21", nil), ("vendor", [approved], "2028-11-22", .stale),
      ("vendor", [conditional], "2026-11-21", nil),
      ("vendor", [conditional], "2028-11-22", .stale),
      ("vendor", [rejected], "2026-11-21", .rejected), ("county", [], "2026-11-21", nil),
    ] as [(String, [String], String, Standing?)])
  func activation(
    _ kind: String, _ outcomes: [String], _ day: String, _ refused: Standing?
  ) throws {
    var (office, partner) = try office(outcomes, kind: kind, tier: 2)
    office.turn(to: try #require(Day(day)))
    var activate = Invocation("partner.stage", on: [partner], ["stage": "active"])
    if let refused {
      #expect(throws: CommandError.obstacle(partner, .needsVetting(refused))) {
        try office.run(activate)
      }
      activate.answers["reason"] = ["needed tonight"]
      let made = try office.run(activate)
      let reasons = made.steps.filter { $0.operation == .why("needed tonight") }
      #expect(reasons.count == 1)
    } else {
      try office.run(activate)
    }
    #expect(office.workspace.value(partner, "stage") == .text("active"))
    #expect(office.workspace.value(partner, "active-since") == .text(day))
  }
}
