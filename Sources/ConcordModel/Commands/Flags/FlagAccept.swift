/// Accept: with a reason, until a day. Nobody accepts a risk that they own at the policy's level for a
/// second person or above.
package enum FlagAccept: Command {
  package static let specification = CommandSpecification(
    "flag.accept", "accept", "Live with the risk until a day, for a reason", on: .flag,
    [
      Parameter("reason", "Reason", .note, "Why it can be lived with", required: true),
      Parameter(
        "until", "Until", .day, "When it comes back", required: true, standard: "+180d"),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? {
    if let obstacle = workspace.obstacleToDecide(subject) { return obstacle }
    guard let row = workspace.row(subject), let figure = workspace.flagFigure(row: row),
      figure.residualLevel >= workspace.policy.secondPersonFrom, let me = actor.person
    else { return nil }
    let flag = Flag(workspace, row)
    guard owner(of: flag, in: workspace) == me else { return nil }
    return flag.owner == nil
      ? .ownPartnersHighRisk(figure.residualLevel) : .ownHighRisk(figure.residualLevel)
  }

  /// Who answers for a flag: its owner, and without one the relationship owner.
  static func owner(of flag: Flag, in workspace: Workspace) -> RecordID? {
    flag.owner
      ?? flag.partner.flatMap { workspace.row($0) }.flatMap { Partner(workspace, $0).owner }
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let until = try input.futureDay("until")
    let reason = try input.required("reason")
    for subject in input.subjects {
      draft.decide(subject, "accept", status: .accepted, reason: reason, until: until)
    }
  }
}
