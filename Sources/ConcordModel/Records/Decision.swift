/// A decision as the domain sees it.
public struct Decision: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .decision, row)
  }

  /// Its id.
  public var id: RecordID { record.id }
  /// Key of what was chosen.
  public var choice: String { record.word(Slot.choice) ?? "" }
  /// Author.
  public var author: String { record.text(Slot.by) ?? "" }
  /// When.
  public var at: Instant? { record.instant(Slot.at) }
  /// Why.
  public var reason: String? { record.text(Slot.reason) }
  /// Its answers in words.
  public var details: String? { record.text(Slot.details) }
  /// Its end.
  public var until: Day? { record.day(Slot.until) }

  package enum Slot {
    package static let subject = Schema.decision.required("subject")
    package static let choice = Schema.decision.required("choice")
    package static let by = Schema.decision.required("by")
    package static let at = Schema.decision.required("at")
    package static let reason = Schema.decision.required("reason")
    package static let details = Schema.decision.required("details")
    package static let until = Schema.decision.required("until")
  }
}
