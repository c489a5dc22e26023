import OfficeInMemory
import Testing

@testable import ConcordModel

/// An office with a managed partner, to try one rule on. After every step the rules are run on the
/// whole office as well: what a change brought about has to be all that there is to say.
struct RuleBench {
  var office = MemoryOffice()
  let partner: RecordID
  private let rule: String

  /// - Parameters:
  ///   - since: the day on which the partner becomes active; the clock stands there.
  init(
    _ rule: String, kind: String = "county", tier: Int? = 2, stage: String = "active",
    since: String = "2026-11-21"
  ) throws {
    self.rule = rule
    office.turn(to: try #require(Day(since)))
    partner = try office.make(
      "partner", "name=Ash County", "kind=\(kind)", tier.map { "tier=\($0)" } ?? "tags=none")
    if stage != "prospect" { try move(partner, to: stage) }
  }

  // MARK: Changes

  mutating func make(_ kind: String, _ fields: String...) throws -> RecordID {
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": fields]
    let made = try office.run(invocation)
    settled()
    return try #require(made.records.first)
  }

  mutating func edit(_ id: RecordID, _ fields: String...) throws {
    var invocation = Invocation("record.edit", on: [id])
    invocation.answers["field"] = fields
    try office.run(invocation)
    settled()
  }

  mutating func end(_ id: RecordID) throws {
    try office.run(Invocation("record.end", on: [id], ["reason": "a mistake"]))
    settled()
  }

  mutating func move(_ partner: RecordID, to stage: String) throws {
    try office.run(
      Invocation("partner.stage", on: [partner], ["stage": stage, "reason": "as agreed"]))
    settled()
  }

  /// Another partner, active from now on.
  mutating func other(_ name: String) throws -> RecordID {
    let other = try make("partner", "name=\(name)", "kind=county", "tier=2")
    try move(other, to: "active")
    return other
  }

  mutating func turn(_ day: String) throws {
    office.turn(to: try #require(Day(day)))
    settled()
  }

  /// A day goes by; no flag of the rule is written.
  mutating func letADayGoBy() throws {
    let before = flags.map { office.workspace.values(.flag, row: $0.row) }
    office.turn(to: office.workspace.today.adding(days: 1))
    #expect(flags.map { office.workspace.values(.flag, row: $0.row) } == before)
  }

  mutating func dismiss() throws {
    let flag = try only()
    try office.run(Invocation("flag.dismiss", on: [flag.id], ["reason": "not ours"]))
  }

  // MARK: What the rule has said

  /// The rule's flags of all partners, those that are closed included.
  var flags: [Flag] {
    office.workspace.rows(.flag).map { Flag(office.workspace, $0) }.filter { $0.rule == rule }
  }

  var live: [Flag] { flags.filter(\.status.isLive) }

  var titles: [String] { live.map(\.title).sorted() }

  var isSilent: Bool { live.isEmpty }

  /// The one flag that the rule has raised.
  func only(_ location: SourceLocation = #_sourceLocation) throws -> Flag {
    let flags = flags
    try #require(flags.count == 1, "\(flags.map(\.title))", sourceLocation: location)
    return flags[0]
  }

  func facts() throws -> String {
    try #require(office.workspace.value(only().id, "facts")?.text)
  }

  /// Checks the one flag there is.
  func expect(
    title: String, explanation: String, _ likelihood: Int, _ impact: Int, _ category: RiskCategory,
    subject: String? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let flag = try only(location)
    #expect(flag.title == title, sourceLocation: location)
    #expect(flag.explanation == explanation, sourceLocation: location)
    #expect(
      flag.inherent == Rating(likelihood: likelihood, impact: impact), sourceLocation: location)
    #expect(flag.category == category.rawValue, sourceLocation: location)
    #expect(flag.status == .open, sourceLocation: location)
    #expect(flag.partner == partner, sourceLocation: location)
    let found = office.workspace.value(flag.id, "subject")?.text
    #expect(found == subject, sourceLocation: location)
  }

  private func settled(_ location: SourceLocation = #_sourceLocation) {
    let left = office.leftToRules().count
    #expect(left == 0, "left to the next day", sourceLocation: location)
  }
}
