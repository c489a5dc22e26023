/// An agreement that binds, and nobody knows since when.
enum InForceWithoutDates: ConsistencyCheck {
  static let name = "agreement.in-force-without-dates"
  static let words = "Agreement in force without dates"
  static let reason = "Duties count from the day that it begins to bind, and its end is warned of."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let binding = scope.workspace.catalogues[.agreementStates].entries
      .filter { $0.holds("in-force") }.map { scope.word($0.key) }
    return scope.records(.agreement) {
      $0.lacks(Agreement.Slot.effective) && binding.contains($0[Agreement.Slot.state])
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let agreement = workspace.row(fault.record).map { Agreement(workspace, $0) }
    let state = workspace.catalogues.words(agreement?.state ?? "", in: "agreement-states")
    let known = [
      agreement?.signed.map { "signed \($0.text)" }, agreement?.ends.map { "ends \($0.text)" },
    ]
    .compactMap { $0 }
    return CheckWords.of(agreement?.partners.first, fault.record, workspace)
      + " is \(state), and no day says since when"
      + (known.isEmpty ? "" : " (\(known.joined(separator: ", ")))")
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("say since when it binds", edit: fault.record, [.init("effective", "DAY")])
  }
}
