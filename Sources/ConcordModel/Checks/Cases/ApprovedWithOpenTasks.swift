/// An approval that did not wait for a mandatory task.
enum ApprovedWithOpenTasks: ConsistencyCheck {
  static let name = "case.approved-with-open-tasks"
  static let words = "Approved with mandatory tasks open"
  static let reason = "An approval waits until every mandatory task is passed or waived."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let cases = workspace[.vettingCase]
    let tasks = workspace[.task]
    // Conditions may leave tasks behind that are to be done later.
    let approved = scope.word(VettingCase.Outcome.approved.rawValue)
    let ended = [scope.word("passed"), scope.word("waived")]
    return StandingCases(scope).rows.filter { row in
      cases[row, VettingCase.Slot.outcome] == approved
        && workspace.taskRows(caseRow: row).contains { task in
          tasks[task, VettingTask.Slot.mandatory] == 1
            && !ended.contains(tasks[task, VettingTask.Slot.status])
        }
    }.map { CheckFault(cases.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let count = workspace.row(fault.record)
      .map { VettingProgress(workspace, caseRow: $0).waitedFor }
    return CheckWords.vettingCase(fault.record, workspace) + " is approved, and "
      + Counted.words(count ?? 0, "mandatory task is", "mandatory tasks are")
      + " not passed or waived"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    NewCase.remedy(fault.record, workspace)
  }
}
