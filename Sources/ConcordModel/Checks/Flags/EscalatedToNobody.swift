/// A flag that waits for a decision of nobody on record.
enum EscalatedToNobody: ConsistencyCheck {
  static let name = "flag.escalated-to-nobody"
  static let words = "Escalated to nobody"
  static let reason = "It stands in nobody's queue: who it was escalated to is not on record."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let escalated = scope.word(FlagStatus.escalated.rawValue)
    let people = KnownPeople(scope.workspace)
    return scope.records(.flag) { flag in
      flag[Flag.Slot.status] == escalated
        && (flag.lacks(Flag.Slot.escalatedTo) || !people.contains(flag[Flag.Slot.escalatedTo]))
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let to = CheckWords.text(fault.record, "escalated-to", workspace)
    return CheckWords.flag(fault.record, workspace)
      + (to.isEmpty
        ? " is escalated, and nobody is named" : " is escalated to \(to), who is not on record")
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "name who decides", FlagEscalate.specification.name, on: fault.record,
      [.init("to", "PERSON")])
  }
}
