/// A flag that is meant to end above where it began.
enum TargetAboveInherent: ConsistencyCheck {
  static let name = "flag.target-above-inherent"
  static let words = "Target above inherent"
  static let reason =
    "Treatments only take steps off: a target above the start is met before anything is done."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let live = LiveFlags(scope)
    let scores = RatingScores(scope.workspace.policy)
    return scope.records(.flag) { flag in
      guard let target = flag.rating(Flag.Slot.targetLikelihood, Flag.Slot.targetImpact),
        let inherent = flag.rating(Flag.Slot.likelihood, Flag.Slot.impact)
      else { return false }
      return scores[target] > scores[inherent] && live.contains(flag)
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let flag = workspace.row(fault.record).map { Flag(workspace, $0) }
    let target = flag?.target.map { CheckWords.rating($0, workspace) } ?? "not set"
    let inherent = flag?.inherent.map { CheckWords.rating($0, workspace) } ?? "not rated"
    return CheckWords.flag(fault.record, workspace)
      + " has the target \(target), above the inherent \(inherent)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "set a target below it", edit: fault.record,
      [.init("target-likelihood", "N"), .init("target-impact", "N")])
  }
}
