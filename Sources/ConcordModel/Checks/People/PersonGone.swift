/// Something that is still to be cared for, in the name of somebody who is not on record any more.
///
/// What is over keeps the names of those who did it.
enum PersonGone: ConsistencyCheck {
  static let name = "person.gone"
  static let words = "Owner or assignee who is not on record"
  static let reason =
    "It stands on nobody's list: neither theirs, who are gone, nor anybody else's."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let people = KnownPeople(scope.workspace)
    func isGone(_ record: RowCells, _ slot: Int) -> Bool {
      !record.lacks(slot) && !people.contains(record[slot])
    }
    let live = LiveFlags(scope)
    let ended = scope.word("ended")
    let planned = scope.word(Treatment.State.planned.rawValue)
    let open = VettingTask.openStatuses.map { scope.word($0) } + [Table.absent]
    let today = scope.today
    let partners = scope.records(.partner) {
      isGone($0, Partner.Slot.owner) && $0[Partner.Slot.stage] != ended
    }
    let flags = scope.records(.flag) { isGone($0, Flag.Slot.owner) && live.contains($0) }
    let treatments = scope.records(.treatment) {
      isGone($0, Treatment.Slot.owner) && $0[Treatment.Slot.state] == planned
    }
    let tasks = scope.records(.task) {
      isGone($0, VettingTask.Slot.assignee) && open.contains($0[VettingTask.Slot.status])
    }
    let engagements = scope.records(.engagement) {
      isGone($0, EngagementSlot.owner) && $0[EngagementSlot.due] >= today
    }
    return partners + flags + treatments + tasks + engagements
  }

  private enum EngagementSlot {
    static let owner = Schema.engagement.required("owner")
    static let due = Schema.engagement.required("due")
  }

  /// The field that names somebody.
  private static func field(_ kind: RecordKind) -> String {
    kind == .task ? "assignee" : "owner"
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let field = field(fault.record.kind)
    return CheckWords.any(fault.record, workspace)
      + ": the \(field), \(CheckWords.text(fault.record, field, workspace)), is not on record"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    switch fault.record.kind {
    case .flag:
      CheckRemedy(
        "give it an owner", FlagAssign.specification.name, on: fault.record,
        [.init("owner", "PERSON")])
    case .task:
      CheckRemedy(
        "say who does it", TaskAssign.specification.name, on: fault.record,
        [.init("assignee", "PERSON")])
    default: CheckRemedy("give it an owner", edit: fault.record, [.init("owner", "PERSON")])
    }
  }
}
