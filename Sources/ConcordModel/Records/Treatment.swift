/// A treatment as the domain sees it.
public struct Treatment: Sendable {
  /// Whether it works yet.
  public enum State: String, Sendable {
    case planned
    case inForce = "in-force"
    case withdrawn
  }

  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .treatment, row)
  }

  /// Its id.
  public var id: RecordID { record.id }
  /// What is done.
  public var name: String { record.text(Slot.name) ?? id.text }
  /// Whether it works yet.
  public var state: State { record.word(Slot.state).flatMap(State.init(rawValue:)) ?? .planned }
  /// Steps off likelihood, 0 to 4.
  public var likelihoodEffect: Int { record.integer(Slot.likelihoodEffect) ?? 0 }
  /// Steps off impact, 0 to 4.
  public var impactEffect: Int { record.integer(Slot.impactEffect) ?? 0 }
  /// Key in the catalogue of treatments.
  public var entry: String? { record.text(Slot.entry) }
  /// Who sees to it.
  public var owner: RecordID? { record.reference(Slot.owner, .person) }
  /// When it is to be in force.
  public var due: Day? { record.day(Slot.due) }

  package enum Slot {
    package static let flag = Schema.treatment.required("flag")
    package static let name = Schema.treatment.required("name")
    package static let entry = Schema.treatment.required("entry")
    package static let state = Schema.treatment.required("state")
    package static let likelihoodEffect = Schema.treatment.required("likelihood-effect")
    package static let impactEffect = Schema.treatment.required("impact-effect")
    package static let owner = Schema.treatment.required("owner")
    package static let due = Schema.treatment.required("due")
  }
}
