/// A high risk that was accepted by the one who answers for it.
enum OwnAcceptance: ConsistencyCheck {
  static let name = "flag.own-acceptance"
  static let words = "Own high risk accepted"
  static let reason =
    "From the policy's level on a risk is accepted by somebody else than the one who owns it."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let accepted = scope.word(FlagStatus.accepted.rawValue)
    let levels = Rating.all.map { workspace.policy.level($0) }
    let from = workspace.policy.secondPersonFrom
    let high = scope.records(.flag) { flag in
      guard flag[Flag.Slot.status] == accepted,
        let rating = flag.rating(Flag.Slot.decidedLikelihood, Flag.Slot.decidedImpact)
      else { return false }
      return levels[rating.cell] >= from
    }
    return high.filter { acceptance($0.record, workspace)?.isOwn ?? false }
  }

  /// Who accepted it last, and whether that is its owner.
  private static func acceptance(
    _ id: RecordID, _ workspace: Workspace
  ) -> (author: String, isOwn: Bool)? {
    guard let row = workspace.row(id),
      let last = workspace.decisionRows(of: id).last(where: {
        Decision(workspace, $0).choice == "accept"
      })
    else { return nil }
    let author = Decision(workspace, last).author
    let owner = FlagAccept.owner(of: Flag(workspace, row), in: workspace)
    return (author, owner != nil && owner == workspace.person(handle: author))
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let author = acceptance(fault.record, workspace)?.author ?? ""
    let level = workspace.row(fault.record).flatMap { Flag(workspace, $0).decidedAt }
      .map { workspace.policy.level($0).words }
    return CheckWords.flag(fault.record, workspace)
      + " is \(CheckWords.author(author, workspace))'s own, who accepted it at \(level ?? "high")"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "let somebody else decide", FlagEscalate.specification.name, on: fault.record,
      [.init("to", "PERSON")])
  }
}
