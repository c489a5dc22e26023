/// A risk that was accepted for good: it would never be looked at again.
enum AcceptanceWithoutEnd: ConsistencyCheck {
  static let name = "flag.acceptance-without-end"
  static let words = "Acceptance without an end"
  static let reason = "An acceptance holds until a day; without one it never comes back."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let accepted = scope.word(FlagStatus.accepted.rawValue)
    return scope.records(.flag) { $0[Flag.Slot.status] == accepted && $0.lacks(Flag.Slot.until) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    CheckWords.flag(fault.record, workspace) + " is accepted, and no day says until when"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "accept it until a day", FlagAccept.specification.name, on: fault.record,
      [.init("until", "DAY"), .init("reason", "WHY")])
  }
}
