/// An approval that would never grow stale.
enum ApprovalWithoutEnd: ConsistencyCheck {
  static let name = "case.approval-without-end"
  static let words = "Approval without an end"
  static let reason =
    "A decision holds until a day, from the tier; without one it is never renewed."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let table = scope.workspace[.vettingCase]
    let rejected = scope.word(VettingCase.Outcome.rejected.rawValue)
    return StandingCases(scope).rows.filter { row in
      table[row, VettingCase.Slot.outcome] != rejected
        && table[row, VettingCase.Slot.ends] == Table.absent
    }.map { CheckFault(table.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    CheckWords.vettingCase(fault.record, workspace) + " is approved, and no day says until when"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    NewCase.remedy(fault.record, workspace)
  }
}
