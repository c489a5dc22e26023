/// A flag whose treatments, all in force one day, still leave it above its target.
enum PlannedAboveTarget: ConsistencyCheck {
  static let name = "flag.planned-above-target"
  static let words = "All treatments together miss the target"
  static let reason = "Once every planned treatment is in force, the target is still not met."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let live = LiveFlags(scope)
    let workspace = scope.workspace
    let scores = RatingScores(workspace.policy)
    return scope.records(.flag) { flag in
      guard let target = flag.rating(Flag.Slot.targetLikelihood, Flag.Slot.targetImpact),
        let inherent = flag.rating(Flag.Slot.likelihood, Flag.Slot.impact),
        scores[inherent] > scores[target], live.contains(flag),
        let planned = planned(inherent, row: flag.row, workspace)
      else { return false }
      return scores[planned] > scores[target]
    }
  }

  /// What all treatments that are not withdrawn come to; nil where there is none.
  private static func planned(_ inherent: Rating, row: Int, _ workspace: Workspace) -> Rating? {
    let treatments = workspace.treatmentRows(flagRow: row).map { Treatment(workspace, $0) }
      .filter { $0.state != .withdrawn }
    guard !treatments.isEmpty else { return nil }
    return inherent.reduced(
      likelihood: treatments.reduce(0) { $0 + $1.likelihoodEffect },
      impact: treatments.reduce(0) { $0 + $1.impactEffect })
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let flag = workspace.row(fault.record).map { Flag(workspace, $0) }
    let target = flag?.target.map { CheckWords.rating($0, workspace) } ?? "not set"
    let planned = flag.flatMap { flag in
      flag.inherent.flatMap { Self.planned($0, row: flag.row, workspace) }
    }
    return CheckWords.flag(fault.record, workspace)
      + " comes to "
      + (planned.map { CheckWords.rating($0, workspace) } ?? "nothing")
      + " with all its treatments, above the target \(target)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "plan another treatment, or set another target", FlagMitigate.specification.name,
      on: fault.record, [.init("treatment", "TREATMENT")])
  }
}
