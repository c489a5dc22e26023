import ConcordModel
import OfficeInMemory
import Testing

/// The roll-up of a partner as the office works it out of flags, treatments, cases and statuses.
@Suite struct PartnerFigureTests {
  private func office() throws -> (MemoryOffice, RecordID) {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    return (office, partner)
  }

  private func figure(_ office: MemoryOffice, _ partner: RecordID) throws -> PartnerFigure {
    office.workspace.partnerFigure(row: try #require(office.workspace.row(partner)))
  }

  struct Vector: Sendable, CustomTestStringConvertible {
    let cells: [(Int, Int)]
    let scores: [Double]
    let level: Level
    let exact: Double
    let shown: Int

    var testDescription: String { "\(cells) is \(level.words) \(shown)" }
  }

  // DOMAIN, Level, score, roll-up: its vectors, and after them borders of its formula, to three
  // decimals: s₁ + (top − s₁)(1 − Π over the others (1 − ½ s/100)).
  static let vectors = [
    Vector(cells: [(4, 4)], scores: [85], level: .high, exact: 85, shown: 85),
    Vector(
      cells: [(4, 3), (3, 3), (2, 2)], scores: [50, 21, 5], level: .moderate, exact: 53.694,
      shown: 54),
    Vector(
      cells: [(3, 5), (3, 3), (2, 3)], scores: [80, 21, 11], level: .high, exact: 82.313,
      shown: 82),
    Vector(
      cells: [(4, 5), (5, 4)], scores: [96, 90], level: .veryHigh, exact: 97.8, shown: 98),
    Vector(
      cells: Array(repeating: (2, 2), count: 20), scores: Array(repeating: 5, count: 20),
      level: .low, exact: 10.728, shown: 11),
    Vector(cells: [(5, 1)], scores: [3.2], level: .veryLow, exact: 3.2, shown: 3),
    Vector(cells: [(1, 5)], scores: [8], level: .low, exact: 8, shown: 8),
    Vector(cells: [(5, 1), (1, 5)], scores: [3.2, 8], level: .low, exact: 8.192, shown: 8),
    Vector(cells: [(1, 1)], scores: [0], level: .veryLow, exact: 0, shown: 0),
    Vector(cells: [(2, 2), (4, 4)], scores: [5, 85], level: .high, exact: 85.25, shown: 85),
    Vector(
      cells: [(5, 5), (5, 5), (5, 5)], scores: [98, 98, 98], level: .veryHigh, exact: 99.480,
      shown: 99),
    // However many there are, they stay in the band of the worst.
    Vector(
      cells: Array(repeating: (3, 3), count: 100), scores: Array(repeating: 21, count: 100),
      level: .moderate, exact: 78.999, shown: 79),
  ]

  @Test("Flags as they are raised give the domain's scores and roll-up", arguments: vectors)
  func vector(_ vector: Vector) throws {
    var (office, partner) = try office()
    for (place, cell) in vector.cells.enumerated() {
      let flag = try office.flag(partner, "control", "Flag \(place)", cell.0, cell.1)
      let row = try #require(office.workspace.row(flag))
      let score = try #require(office.workspace.flagFigure(row: row)).score
      #expect(abs(score - vector.scores[place]) < 1e-9)
    }
    let figure = try figure(office, partner)
    #expect(figure.liveFlags == vector.cells.count && figure.isAssessed)
    #expect(figure.level == vector.level)
    let score = try #require(figure.score)
    #expect(abs(score - vector.exact) < 0.0005)
    #expect(figure.shownScore == vector.shown)
  }

  // DOMAIN, Status, queue and decisions: live, counted in the roll-up, are open, escalated,
  // treating, accepted, transferred and snoozed; dismissed and closed are not.
  @Test(
    "Which statuses count in the roll-up",
    arguments: [
      (.open, nil, [:], true), (.escalated, "escalate", ["to": "m.ruiz"], true),
      (.treating, "mitigate", ["treatment": "1"], true),
      (.accepted, "accept", ["reason": "small"], true),
      (
        .transferred, "transfer", ["to": "Insurer", "reference": "P-7", "reason": "covered"], true
      ),
      (.snoozed, "snooze", ["until": "+7d"], true),
      (.dismissed, "dismiss", ["reason": "not ours"], false),
      (.closed, "close", ["evidence": "letter"], false),
    ] as [(FlagStatus, String?, [String: String], Bool)])
  func live(
    _ status: FlagStatus, _ verb: String?, _ answers: [String: String], _ isLive: Bool
  ) throws {
    var (office, partner) = try office()
    let flag = try office.flag(partner, "control", "No oversight body", 3, 3)
    if let verb { try office.run(Invocation("flag.\(verb)", on: [flag], answers)) }
    #expect(office.workspace.value(flag, "status") == .text(status.rawValue))
    #expect(status.isLive == isLive)
    let row = try #require(office.workspace.row(flag))
    #expect(office.workspace.flagFigure(row: row)?.isLive == isLive)
    let figure = try figure(office, partner)
    #expect(figure.liveFlags == (isLive ? 1 : 0))
    // DOMAIN: assessed and without a live flag is very low, 0.
    let (level, score): (Level, Double) = isLive ? (.moderate, 21) : (.veryLow, 0)
    #expect(figure.level == level && figure.score == score)
  }

  /// What was done about a partner.
  enum Knowledge: String, Sendable {
    case nothing
    case flagOfAPerson
    case flagOfAPersonDismissed
    case flagOfARule
    case flagOfARuleAccepted
    case flagOfARuleDismissed
    case flagOfARuleReassessed
    case flagsOfBoth
    case openCase
    case decidedCase
    case decidedCaseAndFlagOfARule
  }

  // DOMAIN, Level, score, roll-up: "Assessed = a person rated it, or a decided case. A partner with
  // none is unassessed; with rule flags only it is shown as at least."; an assessed one without a
  // live flag is very low, 0. The rule's flag is (3,3): moderate, 21.
  @Test(
    "Unknown is not zero: what makes a partner assessed, and what it shows then",
    arguments: [
      (.nothing, false, nil, nil), (.flagOfAPerson, true, .low, 5),
      (.flagOfAPersonDismissed, true, .veryLow, 0), (.flagOfARule, false, .moderate, 21),
      (.flagOfARuleAccepted, false, .moderate, 21), (.flagOfARuleDismissed, false, nil, nil),
      (.flagOfARuleReassessed, true, .low, 5),
      // 21 + (79 − 21) x ½ x 5/100.
      (.flagsOfBoth, true, .moderate, 22.45), (.openCase, false, nil, nil),
      (.decidedCase, true, .veryLow, 0), (.decidedCaseAndFlagOfARule, true, .moderate, 21),
    ] as [(Knowledge, Bool, Level?, Double?)])
  func assessed(
    _ knowledge: Knowledge, _ isAssessed: Bool, _ level: Level?, _ score: Double?
  ) throws {
    var (office, partner) = try office()
    try learn(knowledge, of: partner, &office)
    let figure = try figure(office, partner)
    #expect(figure.isAssessed == isAssessed)
    #expect(figure.level == level)
    #expect((figure.score == nil) == (score == nil))
    if let score, let found = figure.score { #expect(abs(found - score) < 1e-9) }
  }

  private func learn(
    _ knowledge: Knowledge, of partner: RecordID, _ office: inout MemoryOffice
  ) throws {
    switch knowledge {
    case .nothing: break
    case .flagOfAPerson: _ = try office.flag(partner, "legal", "Late", 2, 2)
    case .flagOfAPersonDismissed:
      let flag = try office.flag(partner, "legal", "Late", 2, 2)
      try office.run(Invocation("flag.dismiss", on: [flag], ["reason": "not ours"]))
    case .flagOfARule: _ = try raiseByRule(partner, &office)
    case .flagOfARuleAccepted:
      let flag = try raiseByRule(partner, &office)
      try office.run(Invocation("flag.accept", on: [flag], ["reason": "small"]))
    case .flagOfARuleDismissed:
      let flag = try raiseByRule(partner, &office)
      try office.run(Invocation("flag.dismiss", on: [flag], ["reason": "not ours"]))
    case .flagOfARuleReassessed:
      let flag = try raiseByRule(partner, &office)
      try office.run(
        Invocation(
          "flag.reassess", on: [flag], ["likelihood": "2", "impact": "2", "reason": "seen it"]))
    case .flagsOfBoth:
      _ = try raiseByRule(partner, &office)
      _ = try office.flag(partner, "legal", "Late", 2, 2)
    case .openCase: try office.run(Invocation("case.open", on: [partner]))
    case .decidedCase: try decideCase(partner, &office)
    case .decidedCaseAndFlagOfARule:
      try decideCase(partner, &office)
      _ = try raiseByRule(partner, &office)
    }
  }

  /// A flag as the rule of single sources raises it at tier 2.
  private func raiseByRule(_ partner: RecordID, _ office: inout MemoryOffice) throws -> RecordID {
    _ = try office.make(
      "capability", "partner=\(partner.text)", "name=Maritime imagery", "needed=yes")
    try office.run(
      Invocation("partner.stage", on: [partner], ["stage": "active", "reason": "as agreed"]))
    let flags = office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }
    return try #require(flags.first)
  }

  private func decideCase(_ partner: RecordID, _ office: inout MemoryOffice) throws {
    let made = try office.run(Invocation("case.open", on: [partner]))
    let opened = try #require(made.records.first { $0.kind == .vettingCase })
    office.author = "m.ruiz"
    try office.run(Invocation("task.pass", on: made.records.filter { $0.kind == .task }))
    office.author = "a.chen"
    try office.run(
      Invocation("case.decide", on: [opened], ["outcome": "approved", "reason": "all is there"]))
  }
}
