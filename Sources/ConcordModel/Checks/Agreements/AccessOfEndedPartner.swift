/// Access that still stands though the partnership is over.
enum AccessOfEndedPartner: ConsistencyCheck {
  static let name = "access-fact.of-ended-partner"
  static let words = "Access of an ended partner"
  static let reason = "By what is on record, a partner that has ended still reaches what it did."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let table = workspace[.accessFact]
    return scope.endedPartners.flatMap { workspace.accessFactRows(partnerRow: $0) }
      .filter { AccessFact(workspace, $0).isInForce(on: workspace.today) }.sorted()
      .map { CheckFault(table.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let fact = workspace.row(fault.record).map { AccessFact(workspace, $0) }
    let until = fact?.until.map { "holds until \($0.text)" } ?? "holds without an end"
    return CheckWords.of(fact?.partner, fault.record, workspace)
      + " \(until), and the partnership has ended"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("end it", edit: fault.record, [.init("until", "yesterday")])
  }
}
