/// Contact with partners as the domain sees it.
public struct Engagement: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .engagement, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// With whom, in the order of their ids.
  public var partners: [RecordID] { record.references(Slot.partners, .partner) }
  /// When.
  public var date: Day? { record.day(Slot.date) }
  /// What it was about.
  public var topic: String { record.text(Slot.topic) ?? id.text }
  /// Who took part.
  public var people: [String] { record.elements(Slot.people) }
  /// What was promised.
  public var commitments: String? { record.text(Slot.commitments) }
  /// Who keeps our side of it.
  public var owner: RecordID? { record.reference(Slot.owner, .person) }
  /// When it is to be done.
  public var due: Day? { record.day(Slot.due) }

  package enum Slot {
    package static let partners = Schema.engagement.required("partners")
    package static let date = Schema.engagement.required("date")
    package static let topic = Schema.engagement.required("topic")
    package static let people = Schema.engagement.required("people")
    package static let commitments = Schema.engagement.required("commitments")
    package static let owner = Schema.engagement.required("owner")
    package static let due = Schema.engagement.required("due")
  }
}
