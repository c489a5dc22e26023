/// A policy or a catalogue of the office's own that cannot be used: what ships holds in its place.
enum UnusablePolicy: ConsistencyCheck {
  static let name = "policy.unusable"
  static let words = "An own policy or catalogue that cannot be used"
  static let reason =
    "What ships holds in its place: two offices may have written some that do not go together."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let problems = scope.workspace.policyProblems.map(\.file)
    return scope.workspace.ownPolicies.filter { problems.contains($0.name) }
      .map { CheckFault($0.id) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let name = CheckWords.text(fault.record, "name", workspace)
    let problem = workspace.policyProblems.first { $0.file == name }
    return "\(name): what ships holds, since the office's own cannot be used: "
      + (problem.map { "\($0)" } ?? "it is being looked at again")
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "import a file that holds", PolicyImport.specification.name, on: nil,
      [.init("file", "FILE")])
  }
}
