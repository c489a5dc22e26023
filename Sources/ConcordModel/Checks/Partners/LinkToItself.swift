/// A partner that is tied to itself.
enum LinkToItself: ConsistencyCheck {
  static let name = "link.to-itself"
  static let words = "A link from a partner to itself"
  static let reason = "A link ties two partners; this one names the same one twice."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let (from, to) = (Schema.link.required("from"), Schema.link.required("to"))
    return scope.records(.link) { !$0.lacks(from) && $0[from] == $0[to] }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let from = RecordID(CheckWords.text(fault.record, "from", workspace))
    return "\(workspace.partnerName(from) ?? "nobody on record"): "
      + "\(workspace.title(fault.record)) itself"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "take it away", RecordEnd.specification.name, on: fault.record, [.init("reason", "WHY")])
  }
}
