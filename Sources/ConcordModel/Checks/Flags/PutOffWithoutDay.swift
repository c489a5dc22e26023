/// A flag that was put off and has no day to come back on.
enum PutOffWithoutDay: ConsistencyCheck {
  static let name = "flag.put-off-without-day"
  static let words = "Put off without a day"
  static let reason = "Snoozed and escalated flags come back on a day; without one they never do."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let snoozed = scope.word(FlagStatus.snoozed.rawValue)
    let escalated = scope.word(FlagStatus.escalated.rawValue)
    return scope.records(.flag) { flag in
      let status = flag[Flag.Slot.status]
      return (status == snoozed || status == escalated) && flag.lacks(Flag.Slot.until)
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let status = CheckWords.text(fault.record, "status", workspace)
    return CheckWords.flag(fault.record, workspace)
      + " is \(workspace.catalogues.words(status, in: "flag-statuses")), and no day says until when"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "give it a day", FlagSnooze.specification.name, on: fault.record, [.init("until", "DAY")])
  }
}
