/// A flag that is given one half of a target, which counts as none.
enum HalfTarget: ConsistencyCheck {
  static let name = "flag.half-target"
  static let words = "Half a target"
  static let reason = "A target needs likelihood and impact: with one of them alone there is none."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let live = LiveFlags(scope)
    return scope.records(.flag) { flag in
      flag.lacks(Flag.Slot.targetLikelihood) != flag.lacks(Flag.Slot.targetImpact)
        && live.contains(flag)
    }
  }

  /// The field that it lacks, and the one that it has.
  private static func fields(_ id: RecordID, _ workspace: Workspace) -> (lacks: String, has: String)
  {
    workspace.value(id, "target-impact") == nil
      ? ("impact", "likelihood") : ("likelihood", "impact")
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let fields = fields(fault.record, workspace)
    var value = ""
    if case .integer(let number)? = workspace.value(fault.record, "target-" + fields.has) {
      value = " \(number)"
    }
    return CheckWords.flag(fault.record, workspace)
      + " has the target \(fields.has)\(value), and no target \(fields.lacks)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "give it the other half", edit: fault.record,
      [.init("target-" + fields(fault.record, workspace).lacks, "N")])
  }
}
