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
  }
}
