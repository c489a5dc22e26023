/// An agreement whose term was over before it began.
enum AgreementEndsBeforeItBegins: ConsistencyCheck {
  static let name = "agreement.ends-before-it-begins"
  static let words = "Agreement that ends before it begins"
  static let reason = "Its last day stands before its first: it binds on no day."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    scope.records(.agreement) { agreement in
      let ends = agreement[Agreement.Slot.ends]
      return ends != Table.absent
        && [Agreement.Slot.effective, Agreement.Slot.signed].contains { ends < agreement[$0] }
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let agreement = workspace.row(fault.record).map { Agreement(workspace, $0) }
    let begins =
      agreement?.effective.map { "begins on \($0.text)" }
      ?? agreement?.signed.map { "was signed on \($0.text)" }
    return CheckWords.of(agreement?.partners.first, fault.record, workspace)
      + " \(begins ?? "has no beginning") and ends on \(agreement?.ends?.text ?? "no day")"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("mend its days", edit: fault.record, [.init("ends", "DAY")])
  }
}
