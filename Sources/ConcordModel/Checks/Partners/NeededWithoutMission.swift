/// A capability that we need, of which nobody has said what for.
enum NeededWithoutMission: ConsistencyCheck {
  static let name = "capability.needed-without-mission"
  static let words = "Needed capability without a mission area"
  static let reason = "Coverage is counted by mission area: what has none fills no gap."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    scope.records(.capability) {
      $0[Capability.Slot.needed] == 1 && $0.lacks(Capability.Slot.mission)
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let partner = workspace.row(fault.record).flatMap { Capability(workspace, $0).partner }
    return CheckWords.of(partner, fault.record, workspace) + " is needed, and has no mission area"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("name the mission area", edit: fault.record, [.init("mission", "MISSION")])
  }
}
