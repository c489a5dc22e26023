/// A case that goes on though the partnership is over.
enum OpenCaseOfEndedPartner: ConsistencyCheck {
  static let name = "case.of-ended-partner"
  static let words = "Open case of an ended partner"
  static let reason = "Its tasks stand among what is due, and the partnership is over."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let table = workspace[.vettingCase]
    return scope.endedPartners.flatMap { workspace.caseRows(partnerRow: $0) }
      .filter { table[$0, VettingCase.Slot.outcome] == Table.absent }.sorted()
      .map { CheckFault(table.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    CheckWords.vettingCase(fault.record, workspace) + " is open, and the partnership has ended"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "take it away", RecordEnd.specification.name, on: fault.record, [.init("reason", "WHY")])
  }
}
