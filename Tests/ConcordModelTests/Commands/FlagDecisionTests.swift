import ConcordModel
import OfficeInMemory
import Testing

/// DOMAIN's table of decisions: what each needs, and the status after.
@Suite struct FlagDecisionTests {
  private func office() throws -> (MemoryOffice, RecordID) {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(partner, "control", "No oversight body", 3, 3)
    return (office, flag)
  }

  static let decisions: [(verb: String, answers: [String: String], status: String)] = [
    ("mitigate", ["treatment": "1"], "treating"),
    ("accept", ["reason": "small"], "accepted"),
    ("transfer", ["to": "Insurer", "reference": "P-7", "reason": "covered"], "transferred"),
    ("avoid", ["how": "limit", "reason": "too close"], "treating"),
    ("avoid", ["how": "end", "reason": "too close"], "closed"),
    ("dismiss", ["reason": "not ours"], "dismissed"),
    ("close", ["evidence": "board named"], "closed"),
    ("escalate", ["to": "m.ruiz"], "escalated"),
    ("snooze", ["until": "+7d"], "snoozed"),
    ("reassess", ["likelihood": "4", "impact": "4", "reason": "worse"], "open"),
    ("assign", ["owner": "m.ruiz"], "open"),
    ("note", ["text": "asked counsel"], "open"),
  ]

  @Test(
    "each decision ends in its status and leaves a record of who, when and why",
    arguments: decisions)
  func statusAfter(_ row: (verb: String, answers: [String: String], status: String)) throws {
    var (office, flag) = try office()
    try office.run(Invocation("flag.\(row.verb)", on: [flag], row.answers))
    #expect(office.workspace.value(flag, "status") == .text(row.status))
    let decisions = office.workspace.decisionRows(of: flag)
      .map { Decision(office.workspace, $0) }
    #expect(decisions.count == 1)
    #expect(decisions.first?.author == "a.chen")
    #expect(decisions.first?.at == office.now)
    if let why = row.answers["reason"] ?? row.answers["evidence"] ?? row.answers["text"] {
      #expect(decisions.first?.reason == why)
    }
  }

  @Test(
    "each decision is refused without what it needs",
    arguments: [
      ("mitigate", "treatment"), ("accept", "reason"), ("transfer", "to"), ("avoid", "how"),
      ("dismiss", "reason"), ("close", "evidence"), ("escalate", "to"), ("reassess", "likelihood"),
      ("note", "text"),
    ])
  func needs(_ verb: String, _ parameter: String) throws {
    var (office, flag) = try office()
    #expect(throws: CommandError.missing(parameter: parameter, command: "flag.\(verb)")) {
      try office.run(Invocation("flag.\(verb)", on: [flag]))
    }
    #expect(office.workspace.value(flag, "status") == .text("open"))
  }

  @Test("on a flag that is not live only reopen and note", arguments: decisions)
  func notLive(_ row: (verb: String, answers: [String: String], status: String)) throws {
    var (office, flag) = try office()
    try office.run(Invocation("flag.dismiss", on: [flag], ["reason": "no"]))
    if row.verb == "note" {
      try office.run(Invocation("flag.note", on: [flag], row.answers))
    } else {
      #expect(throws: CommandError.obstacle(flag, .notLive(.dismissed))) {
        try office.run(Invocation("flag.\(row.verb)", on: [flag], row.answers))
      }
    }
    try office.run(Invocation("flag.reopen", on: [flag], ["reason": "after all"]))
    #expect(office.workspace.value(flag, "status") == .text("open"))
  }

  @Test(
    "nobody accepts a risk at high or above that they own; a flag without owner is the partner's")
  func fourEyesOnAcceptance() throws {
    var (office, _) = try office()
    let partner = try office.make(
      "partner", "name=Ministry", "kind=foreign-government", "owner=a.chen")
    let flag = try office.flag(partner, "security", "Listed", 5, 5)
    #expect(throws: CommandError.obstacle(flag, .ownPartnersHighRisk(.veryHigh))) {
      try office.run(Invocation("flag.accept", on: [flag], ["reason": "fine"]))
    }
    try office.run(Invocation("flag.assign", on: [flag], ["owner": "m.ruiz"]))
    try office.run(Invocation("flag.accept", on: [flag], ["reason": "fine"]))
    #expect(office.workspace.value(flag, "status") == .text("accepted"))
  }

  @Test(
    "values that cannot be are refused by field, value and what was expected",
    arguments: [
      ("reassess", ["likelihood": "0", "impact": "3", "reason": "x"], "likelihood"),
      ("reassess", ["likelihood": "6", "impact": "3", "reason": "x"], "likelihood"),
      ("accept", ["reason": "x", "until": "2020-01-01"], "until"),
      ("accept", ["reason": "x", "until": "soon"], "until"),
      ("snooze", ["until": "today"], "until"),
      ("dismiss", ["reason": "a\u{1B}[31m"], "reason"),
      ("dismiss", ["reason": "SECRET//NOFORN the source is"], "reason"),
      ("avoid", ["how": "bomb", "reason": "x"], "how"),
      ("mitigate", ["treatment": "99"], "treatment"),
    ])
  func invalid(_ verb: String, _ answers: [String: String], _ field: String) throws {
    var (office, flag) = try office()
    do {
      try office.run(Invocation("flag.\(verb)", on: [flag], answers))
      Issue.record("\(verb) \(answers) was taken")
    } catch let error as CommandError {
      guard case .invalid(let parameter, _, let expected) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(parameter == field)
      #expect(!expected.isEmpty)
      #expect(!error.sentence.unicodeScalars.contains { $0.value < 32 })
    }
  }

  @Test("a planned treatment changes nothing, one in force takes its steps off at once")
  func residual() throws {
    var office = MemoryOffice()
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(partner, "control", "No oversight body", 4, 4)
    try office.run(
      Invocation(
        "flag.mitigate", on: [flag],
        ["treatment": "oversight board", "likelihood": "2", "impact": "1"]))
    let row = try #require(office.workspace.row(flag))
    #expect(office.workspace.flagFigure(row: row)?.shownScore == 85)
    let treatment = try #require(office.workspace.treatmentRows(flagRow: row).first)
    let id = office.workspace[.treatment].id(treatment)
    try office.run(Invocation("treatment.set", on: [id], ["state": "in-force"]))
    let figure = try #require(office.workspace.flagFigure(row: row))
    #expect(figure.residual == Rating(likelihood: 2, impact: 3))
    #expect(figure.residualLevel == .low)
    #expect(figure.shownScore == 11)
  }
}
