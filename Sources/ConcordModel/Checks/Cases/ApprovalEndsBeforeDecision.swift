/// An approval that was over before it was given.
enum ApprovalEndsBeforeDecision: ConsistencyCheck {
  static let name = "case.ends-before-decision"
  static let words = "Approval that ends before it begins"
  static let reason = "Its end stands before the day of the decision."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let table = scope.workspace[.vettingCase]
    return StandingCases(scope).rows.filter { row in
      let ends = table[row, VettingCase.Slot.ends]
      return ends != Table.absent && ends < table[row, VettingCase.Slot.decidedOn]
    }.map { CheckFault(table.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let ends = CheckWords.text(fault.record, "ends", workspace)
    let decided = CheckWords.text(fault.record, "decided-on", workspace)
    return CheckWords.vettingCase(fault.record, workspace)
      + " was decided on \(decided) and ends on \(ends)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    NewCase.remedy(fault.record, workspace)
  }
}
