/// A person of the office as the domain sees it.
public struct Person: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .person, row)
  }

  /// Its id.
  public var id: RecordID { record.id }
  /// The author name.
  public var handle: String { record.text(Slot.handle) ?? id.text }
  /// As lists show it.
  public var name: String { record.text(Slot.name) ?? handle }

  package enum Slot {
    package static let handle = Schema.person.required("handle")
    package static let name = Schema.person.required("name")
  }
}
