/// A finding as the domain sees it: what a rule found at many partners in one run.
public struct Finding: Sendable {
  /// How it stands.
  public enum State: String, CaseIterable, Sendable {
    /// Nobody has decided yet.
    case open
    /// Its flags were raised.
    case raised
    /// Its flags come on dates spread over some months.
    case planned
    /// It is to say nothing, for a reason.
    case silenced
  }

  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .finding, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// The rule that found it.
  public var rule: String { record.text(Slot.rule) ?? "" }
  /// When the rule ran.
  public var day: Day? { record.day(Slot.day) }
  /// How it stands; a state of a newer version counts as open.
  public var state: State { record.word(Slot.state).flatMap(State.init(rawValue:)) ?? .open }
  /// Whom it is about, in the order of their ids.
  public var partners: [RecordID] { record.references(Slot.partners, .partner) }
  /// What was found, by tier, in words.
  public var tiers: String? { record.text(Slot.tiers) }
  /// Why it was raised, planned or silenced.
  public var reason: String? { record.text(Slot.reason) }
  /// The first day of the planned dates.
  public var planFrom: Day? { record.day(Slot.planFrom) }
  /// The last day of the planned dates.
  public var planUntil: Day? { record.day(Slot.planUntil) }
  /// When a silenced one comes back.
  public var until: Day? { record.day(Slot.until) }

  /// When a person decided on it.
  public var decided: Instant? { record.instant(Slot.decided) }

  /// Whether flags of its rule are raised at a partner: a person said so, or the day has come that
  /// was planned.
  package func letsThrough(_ partner: RecordID, on today: Day) -> Bool {
    state == .raised || plannedDay(partner).map { $0 <= today } ?? false
  }

  /// Whether a person has to decide on it: nobody has, or the end of its silence has come.
  public func isWaiting(on today: Day) -> Bool {
    switch state {
    case .open: true
    case .silenced: until.map { $0 <= today } ?? false
    case .raised, .planned: false
    }
  }

  /// Its partners that no later finding of the same rule speaks of.
  package var remaining: [RecordID] {
    partners.filter { record.workspace.finding(of: rule, about: $0)?.row == row }
  }

  /// The day on which the flag of a partner is to be raised; nil where nothing is planned. The partners
  /// are spread over the days by their ids: each keeps its day.
  package func plannedDay(_ partner: RecordID) -> Day? {
    guard state == .planned, let planFrom else { return nil }
    let days = UInt64(max(0, (planUntil ?? planFrom).number - planFrom.number)) + 1
    // The low bits of an id are as good as random, those of derived ones too.
    return planFrom.adding(days: Int(partner.bits % days))
  }

  /// The later of two findings says what holds; the same on every machine.
  package var order: (Int32, Int64, RecordID) {
    (day?.number ?? 0, decided?.milliseconds ?? 0, id)
  }

  package enum Slot {
    package static let rule = Schema.finding.required("rule")
    package static let day = Schema.finding.required("day")
    package static let state = Schema.finding.required("state")
    package static let partners = Schema.finding.required("partners")
    package static let tiers = Schema.finding.required("tiers")
    package static let reason = Schema.finding.required("reason")
    package static let planFrom = Schema.finding.required("plan-from")
    package static let planUntil = Schema.finding.required("plan-until")
    package static let until = Schema.finding.required("until")
    package static let decided = Schema.finding.required("decided")
  }
}
