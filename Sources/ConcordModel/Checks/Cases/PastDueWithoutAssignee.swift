/// A task that is late, and nobody does it.
enum PastDueWithoutAssignee: ConsistencyCheck {
  static let name = "task.past-due-without-assignee"
  static let words = "Task past due without an assignee"
  static let reason = "It is late, and it is on nobody's list."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let open = VettingTask.openStatuses.map { scope.word($0) } + [Table.absent]
    let today = scope.today
    return scope.records(.task) { task in
      let due = task[VettingTask.Slot.due]
      return due != Table.absent && due < today && task.lacks(VettingTask.Slot.assignee)
        && open.contains(task[VettingTask.Slot.status])
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let task = workspace.row(fault.record).map { VettingTask(workspace, $0) }
    let due = task?.due.map { " on \($0.text)" } ?? ""
    return CheckWords.of(task?.partner, fault.record, workspace)
      + " was due\(due), and nobody does it"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "say who does it", TaskAssign.specification.name, on: fault.record,
      [.init("assignee", "PERSON")])
  }
}
