/// A vetting decision of somebody who did one of the tasks that it rests on.
enum DecidedBySameHands: ConsistencyCheck {
  static let name = "case.same-hands"
  static let words = "Decided by who did its tasks"
  static let reason = "A case is decided by somebody other than those who did its tasks: four eyes."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let table = scope.workspace[.vettingCase]
    return StandingCases(scope).rows.filter { !tasks(row: $0, scope.workspace).isEmpty }
      .map { CheckFault(table.id($0)) }
  }

  /// Rows of the tasks that were done by who decided.
  private static func tasks(row: Int, _ workspace: Workspace) -> [Int] {
    let decided = workspace[.vettingCase][row, Slot.decidedBy]
    guard decided != Table.absent else { return [] }
    let table = workspace[.task]
    return workspace.taskRows(caseRow: row).filter { task in
      let done = table[task, Slot.doneBy]
      return done != Table.absent
        && workspace.texts.withBytes(done) { one in
          workspace.texts.withBytes(decided) { one.elementsEqual($0) }
        }
    }
  }

  private enum Slot {
    static let decidedBy = Schema.vettingCase.required("decided-by")
    static let doneBy = Schema.task.required("done-by")
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let author = CheckWords.text(fault.record, "decided-by", workspace)
    let tasks = workspace.row(fault.record).map { Self.tasks(row: $0, workspace) } ?? []
    let first = tasks.first.map { " “\(VettingTask(workspace, $0).title)”" } ?? " a task of it"
    let more = tasks.count > 1 ? " and \(tasks.count - 1) more" : ""
    return CheckWords.vettingCase(fault.record, workspace)
      + " was decided by \(CheckWords.author(author, workspace)), who did\(first)\(more)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    NewCase.remedy(fault.record, workspace)
  }
}
