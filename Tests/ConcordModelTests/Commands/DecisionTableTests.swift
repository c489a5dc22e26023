import ConcordModel
import OfficeInMemory
import Testing

/// DOMAIN, Status, queue and decisions: its table of decisions in every status of a flag.
@Suite struct DecisionTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let verb: String
    let answers: [String: String]
    /// The status after; nil for "as before".
    let after: FlagStatus?

    var testDescription: String { "\(verb) \(answers)" }

    init(_ verb: String, _ answers: [String: String], _ after: FlagStatus?) {
      self.verb = verb
      self.answers = answers
      self.after = after
    }
  }

  static let rows = [
    Row("mitigate", ["treatment": "1", "owner": "m.ruiz", "due": "+30d"], .treating),
    Row("accept", ["reason": "small", "until": "+90d"], .accepted),
    Row(
      "transfer", ["to": "Insurer", "reference": "P-8", "reason": "covered now"], .transferred),
    Row("avoid", ["how": "limit", "reason": "too close"], .treating),
    Row("avoid", ["how": "suspend", "reason": "too close"], .treating),
    Row("avoid", ["how": "end", "reason": "too close"], .closed),
    Row("dismiss", ["reason": "not ours"], .dismissed),
    Row("close", ["evidence": "board named"], .closed),
    Row("escalate", ["to": "m.ruiz", "until": "+3d"], .escalated),
    Row("snooze", ["until": "+9d"], .snoozed),
    // Not above what an acceptance was made at: it does not lapse.
    Row("reassess", ["likelihood": "2", "impact": "2", "reason": "better"], nil),
    Row("assign", ["owner": "m.ruiz"], nil),
    Row("note", ["text": "asked counsel"], nil),
  ]

  static let live: [FlagStatus] = [
    .open, .escalated, .treating, .accepted, .transferred, .snoozed,
  ]

  /// An office with a flag, (3,3) as assessed, in a status.
  private func office(_ status: FlagStatus) throws -> (MemoryOffice, RecordID) {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(partner, "control", "No oversight body", 3, 3)
    if let way = Self.way(to: status) {
      try office.run(Invocation("flag.\(way.verb)", on: [flag], way.answers))
    }
    try #require(office.workspace.value(flag, "status") == .text(status.rawValue))
    return (office, flag)
  }

  /// How an open flag comes to a status; nil for open.
  private static func way(to status: FlagStatus) -> Row? {
    switch status {
    case .open: nil
    case .escalated: Row("escalate", ["to": "m.ruiz"], status)
    case .treating: Row("mitigate", ["treatment": "2"], status)
    case .accepted: Row("accept", ["reason": "known"], status)
    case .transferred:
      Row("transfer", ["to": "Pool", "reference": "P-7", "reason": "agreed"], status)
    case .snoozed: Row("snooze", [:], status)
    case .dismissed: Row("dismiss", ["reason": "no risk"], status)
    case .closed: Row("close", ["evidence": "letter"], status)
    }
  }

  private func decisions(_ office: MemoryOffice, _ flag: RecordID) -> [Decision] {
    office.workspace.decisionRows(of: flag).map { Decision(office.workspace, $0) }
  }

  @Test("any decision but reopen on any live flag", arguments: live, rows)
  func onLive(_ status: FlagStatus, _ row: Row) throws {
    var (office, flag) = try office(status)
    let before = decisions(office, flag).count
    try office.run(Invocation("flag.\(row.verb)", on: [flag], row.answers))
    let after = row.after ?? status
    #expect(office.workspace.value(flag, "status") == .text(after.rawValue))
    let all = decisions(office, flag)
    #expect(all.count == before + 1)
    #expect(all.contains { $0.choice == row.verb })
  }

  @Test(
    "on one that is not live only reopen and note",
    arguments: [.dismissed, .closed] as [FlagStatus], rows)
  func onOthers(_ status: FlagStatus, _ row: Row) throws {
    var (office, flag) = try office(status)
    let invocation = Invocation("flag.\(row.verb)", on: [flag], row.answers)
    if row.verb == "note" {
      try office.run(invocation)
    } else {
      #expect(throws: CommandError.obstacle(flag, .notLive(status))) {
        try office.run(invocation)
      }
    }
    #expect(office.workspace.value(flag, "status") == .text(status.rawValue))
  }

  @Test("reopen: of dismissed and closed, and of nothing else", arguments: FlagStatus.allCases)
  func reopen(_ status: FlagStatus) throws {
    var (office, flag) = try office(status)
    let reopen = Invocation("flag.reopen", on: [flag], ["reason": "after all"])
    if [.dismissed, .closed].contains(status) {
      try office.run(reopen)
      #expect(office.workspace.value(flag, "status") == .text("open"))
    } else {
      #expect(throws: CommandError.obstacle(flag, .stillLive(status))) {
        try office.run(reopen)
      }
      #expect(office.workspace.value(flag, "status") == .text(status.rawValue))
    }
  }

  // The column "needs". What has a usual value where nobody says (the end of an acceptance, the day
  // of a snooze, the owner and due date of a treatment) is in `kept`.
  @Test(
    "refused without each of what it needs, and with a blank one",
    arguments: [
      ("mitigate", "treatment"), ("accept", "reason"), ("transfer", "to"),
      ("transfer", "reference"), ("transfer", "reason"), ("avoid", "how"), ("avoid", "reason"),
      ("dismiss", "reason"), ("close", "evidence"), ("escalate", "to"),
      ("reassess", "likelihood"), ("reassess", "impact"), ("reassess", "reason"),
      ("note", "text"),
    ])
  func needs(_ verb: String, _ parameter: String) throws {
    let row = try #require(Self.rows.first { $0.verb == verb })
    try #require(row.answers[parameter] != nil)
    var (office, flag) = try office(.open)
    let missing = CommandError.missing(parameter: parameter, command: "flag.\(verb)")
    for value in [nil, "", "   "] as [String?] {
      var answers = row.answers
      answers[parameter] = value
      let invocation = Invocation("flag.\(verb)", on: [flag], answers)
      #expect(throws: missing) { try office.run(invocation) }
    }
    #expect(office.workspace.value(flag, "status") == .text("open"))
    #expect(decisions(office, flag).isEmpty)
  }

  @Test("reopen is refused without a reason", arguments: [.dismissed, .closed] as [FlagStatus])
  func reopenNeeds(_ status: FlagStatus) throws {
    var (office, flag) = try office(status)
    #expect(throws: CommandError.missing(parameter: "reason", command: "flag.reopen")) {
      try office.run(Invocation("flag.reopen", on: [flag]))
    }
    #expect(office.workspace.value(flag, "status") == .text(status.rawValue))
  }

  @Test(
    "what a decision needs stands on the flag, said or not",
    arguments: [
      ("mitigate", ["treatment": "1"], ["owner", "due"]), ("accept", ["reason": "x"], ["until"]),
      (
        "transfer", ["to": "Pool", "reference": "P-7", "reason": "x"],
        ["transferred-to", "reference"]
      ),
      ("escalate", ["to": "m.ruiz"], ["escalated-to", "until"]), ("snooze", [:], ["until"]),
      ("assign", [:], ["owner"]),
    ] as [(String, [String: String], [String])])
  func kept(_ verb: String, _ answers: [String: String], _ fields: [String]) throws {
    var (office, flag) = try office(.open)
    for field in fields { #expect(office.workspace.value(flag, field) == nil) }
    try office.run(Invocation("flag.\(verb)", on: [flag], answers))
    for field in fields { #expect(office.workspace.value(flag, field) != nil, "\(field)") }
  }

  // "avoid: limits, suspends or ends the partnership".
  @Test(
    "avoiding changes the partnership",
    arguments: [("limit", "active"), ("suspend", "suspended"), ("end", "ended")])
  func avoid(_ how: String, _ stage: String) throws {
    var (office, flag) = try office(.open)
    let row = try #require(office.workspace.row(flag))
    let partner = try #require(Flag(office.workspace, row).partner)
    try office.run(
      Invocation("partner.stage", on: [partner], ["stage": "active", "reason": "as agreed"]))
    try office.run(
      Invocation("flag.avoid", on: [flag], ["how": how, "reason": "too close"]))
    #expect(office.workspace.value(partner, "stage") == .text(stage))
  }
}
