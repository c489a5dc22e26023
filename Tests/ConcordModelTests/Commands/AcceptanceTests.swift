import ConcordModel
import OfficeInMemory
import Testing

/// Who may accept a risk, and when an acceptance lapses.
@Suite struct AcceptanceTests {
  struct Cell: Sendable, CustomTestStringConvertible {
    let likelihood: Int
    let impact: Int
    /// Steps off likelihood by a treatment in force.
    let steps: Int

    var testDescription: String { "(\(likelihood),\(impact)) − \(steps)" }

    init(_ likelihood: Int, _ impact: Int, steps: Int = 0) {
      self.likelihood = likelihood
      self.impact = impact
      self.steps = steps
    }
  }

  private func office(
    _ cell: Cell, owner: String? = nil, partnerOwner: String? = nil
  ) throws -> (MemoryOffice, RecordID) {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    if let partnerOwner {
      let person = try #require(office.workspace.person(handle: partnerOwner))
      office.write(partner, ["owner": .text(person.text)])
    }
    let flag = try office.flag(
      partner, "security", "Listed", cell.likelihood, cell.impact,
      owner.map { ["owner": $0] } ?? [:])
    if cell.steps > 0 {
      _ = office.put(
        .treatment,
        [
          "flag": .text(flag.text), "name": .text("Audit"), "state": .text("in-force"),
          "likelihood-effect": .integer(Int64(cell.steps)), "impact-effect": .integer(0),
        ])
    }
    return (office, flag)
  }

  // DOMAIN, Status, queue and decisions: "Nobody accepts a risk at high or above that they own
  // themselves; a flag without owner counts as the relationship owner's." Levels: NIST SP 800-30
  // r1, table I-2, of the residual rating. `refused` is the level that stands in the way.
  @Test(
    "a.chen accepts: whose flag, whose partner, and at which level it is refused",
    arguments: [
      (Cell(3, 3), "a.chen", nil, nil), (Cell(5, 3), "a.chen", nil, nil),
      (Cell(3, 4), "a.chen", nil, nil), (Cell(3, 5), "a.chen", nil, .high),
      (Cell(4, 4), "a.chen", nil, .high), (Cell(5, 4), "a.chen", nil, .high),
      (Cell(4, 5), "a.chen", nil, .veryHigh), (Cell(5, 5), "a.chen", nil, .veryHigh),
      (Cell(5, 5), "m.ruiz", nil, nil), (Cell(5, 5), nil, nil, nil),
      (Cell(5, 5), nil, "a.chen", .veryHigh), (Cell(4, 4), nil, "a.chen", .high),
      (Cell(3, 3), nil, "a.chen", nil), (Cell(5, 5), nil, "m.ruiz", nil),
      (Cell(5, 5), "m.ruiz", "a.chen", nil), (Cell(5, 5), "a.chen", "m.ruiz", .veryHigh),
      // (3,4) is moderate: treatments in force count.
      (Cell(4, 4, steps: 1), "a.chen", nil, nil), (Cell(5, 4, steps: 1), "a.chen", nil, .high),
    ] as [(Cell, String?, String?, Level?)])
  func who(_ cell: Cell, _ owner: String?, _ partnerOwner: String?, _ refused: Level?) throws {
    var (office, flag) = try office(cell, owner: owner, partnerOwner: partnerOwner)
    let accept = Invocation("flag.accept", on: [flag], ["reason": "it can be lived with"])
    guard let refused else {
      try office.run(accept)
      #expect(office.workspace.value(flag, "status") == .text("accepted"))
      return
    }
    let obstacle: Obstacle = owner == nil ? .ownPartnersHighRisk(refused) : .ownHighRisk(refused)
    #expect(throws: CommandError.obstacle(flag, obstacle)) { try office.run(accept) }
    #expect(office.workspace.value(flag, "status") == .text("open"))
  }

  // DOMAIN, Status, queue and decisions: "An acceptance keeps the ratings it was made at, and lapses
  // when residual likelihood or impact rises above them".
  @Test(
    "accepted at a rating, it lapses when likelihood or impact rises, whatever the level",
    arguments: [
      (Cell(3, 3), 3, 3, false), (Cell(3, 3), 4, 3, true), (Cell(3, 3), 3, 4, true),
      (Cell(3, 3), 2, 2, false), (Cell(3, 3), 3, 2, false), (Cell(3, 3), 2, 3, false),
      // Very low, from moderate: likelihood rose nevertheless.
      (Cell(3, 3), 5, 1, true), (Cell(3, 3), 1, 4, true), (Cell(1, 1), 1, 2, true),
      (Cell(5, 5), 5, 5, false),
      // Residual counts: (4,4) with a step in force is (3,4).
      (Cell(4, 4, steps: 1), 4, 4, false), (Cell(4, 4, steps: 1), 5, 4, true),
      (Cell(4, 4, steps: 1), 3, 5, true), (Cell(4, 4, steps: 1), 3, 4, false),
    ] as [(Cell, Int, Int, Bool)])
  func lapse(_ cell: Cell, _ likelihood: Int, _ impact: Int, _ lapses: Bool) throws {
    var (office, flag) = try office(cell, owner: "m.ruiz")
    try office.run(Invocation("flag.accept", on: [flag], ["reason": "small", "until": "+180d"]))
    try office.run(
      Invocation(
        "flag.reassess", on: [flag],
        ["likelihood": String(likelihood), "impact": String(impact), "reason": "new facts"]))
    let expected: TriageQueue.Reason? = lapses ? .ratingRose : nil
    #expect(reason(flag, office, days: 0) == expected)
  }

  @Test("a treatment that is withdrawn raises the residual rating, and the acceptance lapses")
  func withdrawn() throws {
    var (office, flag) = try office(Cell(4, 4, steps: 2), owner: "m.ruiz")
    try office.run(Invocation("flag.accept", on: [flag], ["reason": "small", "until": "+180d"]))
    #expect(reason(flag, office, days: 0) == nil)
    let row = try #require(office.workspace.row(flag))
    let treatment = try #require(office.workspace.treatmentRows(flagRow: row).first)
    let id = office.workspace[.treatment].id(treatment)
    try office.run(Invocation("treatment.set", on: [id], ["state": "withdrawn"]))
    #expect(reason(flag, office, days: 0) == .ratingRose)
  }

  // "…as well as at its date."
  @Test(
    "accepted for ten days, it is back on the tenth",
    arguments: [(0, false), (9, false), (10, true), (11, true), (400, true)])
  func end(_ days: Int, _ isBack: Bool) throws {
    var (office, flag) = try office(Cell(3, 3), owner: "m.ruiz")
    try office.run(Invocation("flag.accept", on: [flag], ["reason": "small", "until": "+10d"]))
    let end = MemoryOffice.today.adding(days: 10)
    let expected: TriageQueue.Reason? = isBack ? .back(end) : nil
    #expect(reason(flag, office, days: days) == expected)
    // Coming back is derived from the day, never written.
    #expect(office.workspace.value(flag, "status") == .text("accepted"))
  }

  /// Why a flag is in the queue of its owner some days from today; nil where it is not.
  private func reason(
    _ flag: RecordID, _ office: MemoryOffice, days: Int
  ) -> TriageQueue.Reason? {
    let ruiz = office.workspace.person(handle: "m.ruiz")
    let actor = Actor(
      person: ruiz, author: "m.ruiz", today: MemoryOffice.today.adding(days: days))
    return TriageQueue(office.workspace, for: actor).entries(in: office.workspace)
      .first { $0.flag == flag }?.reason
  }
}
