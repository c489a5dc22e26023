/// A risk of a partnership that is over.
enum FlagOfEndedPartner: ConsistencyCheck {
  static let name = "flag.of-ended-partner"
  static let words = "Live flag of an ended partner"
  static let reason = "It counts on the heatmap and in the roll-up, and the partnership is over."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let live = LiveFlags(scope)
    let workspace = scope.workspace
    let table = workspace[.flag]
    return scope.endedPartners.flatMap { workspace.flagRows(partnerRow: $0) }
      .filter { live.contains(status: table[$0, Flag.Slot.status]) }.sorted()
      .map { CheckFault(table.id($0)) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let status = CheckWords.text(fault.record, "status", workspace)
    return CheckWords.flag(fault.record, workspace)
      + " is \(workspace.catalogues.words(status, in: "flag-statuses")), and the partnership has ended"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "close it", FlagClose.specification.name, on: fault.record, [.init("evidence", "EVIDENCE")])
  }
}
