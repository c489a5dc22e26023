/// An access fact that was over before it began.
enum AccessEndsBeforeItBegins: ConsistencyCheck {
  static let name = "access-fact.ends-before-it-begins"
  static let words = "Access fact that ends before it begins"
  static let reason = "Its last day stands before its first: it holds on no day, and rules read it."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    scope.records(.accessFact) { fact in
      let until = fact[AccessFact.Slot.until]
      return until != Table.absent && until < fact[AccessFact.Slot.from]
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let fact = workspace.row(fault.record).map { AccessFact(workspace, $0) }
    return CheckWords.of(fact?.partner, fault.record, workspace)
      + " holds from \(fact?.from?.text ?? "no day") until \(fact?.until?.text ?? "no day")"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("mend its days", edit: fault.record, [.init("until", "DAY")])
  }
}
