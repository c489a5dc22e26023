/// A task of a vetting case as the domain sees it.
public struct VettingTask: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .task, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// The partner that is vetted.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// What is to be done.
  public var title: String { record.text(Slot.title) ?? id.text }
  /// Key of its status.
  public var status: String { record.word(Slot.status) ?? "pending" }
  /// When it is to be done.
  public var due: Day? { record.day(Slot.due) }
  /// Who does it.
  public var assignee: RecordID? { record.reference(Slot.assignee, .person) }
  /// Key of the criterion that it speaks to.
  package var criterion: String? { record.word(Slot.criterion) }
  /// Whether an approval waits for it.
  public var isMandatory: Bool { record.truth(Slot.mandatory) }
  /// Whether it is pending or in progress.
  public var isOpen: Bool {
    record.workspace.tables[RecordKind.task.index].isPresent(row)
      && Self.openStatuses.contains(status)
  }

  /// The statuses of what is still to be done.
  package static let openStatuses: Set<String> = ["pending", "in-progress"]

  package enum Slot {
    package static let partner = Schema.task.required("partner")
    package static let caseID = Schema.task.required("case")
    package static let title = Schema.task.required("title")
    package static let status = Schema.task.required("status")
    package static let due = Schema.task.required("due")
    package static let assignee = Schema.task.required("assignee")
    package static let criterion = Schema.task.required("criterion")
    package static let mandatory = Schema.task.required("mandatory")
  }
}
