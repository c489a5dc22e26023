/// A vetting case as the domain sees it.
public struct VettingCase: Sendable {
  /// What was decided.
  public enum Outcome: String, CaseIterable, Sendable {
    case approved
    case withConditions = "approved-with-conditions"
    case rejected
  }

  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .vettingCase, row)
  }

  /// Its id.
  public var id: RecordID { record.id }
  /// The partner.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// Key of its type.
  public var type: String { record.word(Slot.type) ?? "" }
  /// When it began.
  public var opened: Day? { record.day(Slot.opened) }
  /// When it is to be decided.
  public var due: Day? { record.day(Slot.due) }
  /// What was decided; nil while it is open.
  public var outcome: Outcome? { record.word(Slot.outcome).flatMap(Outcome.init(rawValue:)) }
  /// When it was decided.
  public var decidedOn: Day? { record.day(Slot.decidedOn) }
  /// When the decision runs out.
  public var ends: Day? { record.day(Slot.ends) }

  package enum Slot {
    package static let partner = Schema.vettingCase.required("partner")
    package static let type = Schema.vettingCase.required("type")
    package static let opened = Schema.vettingCase.required("opened")
    package static let due = Schema.vettingCase.required("due")
    package static let outcome = Schema.vettingCase.required("outcome")
    package static let decidedOn = Schema.vettingCase.required("decided-on")
    package static let ends = Schema.vettingCase.required("ends")
  }
}
