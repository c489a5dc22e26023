/// Close: the risk is resolved, and there is evidence.
package enum FlagClose: Command {
  package static let specification = CommandSpecification(
    "flag.close", "close as resolved", "The risk is gone, with evidence", on: .flag, destroys: true,
    [Parameter("evidence", "Evidence", .note, "What shows it", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let evidence = try input.required("evidence")
    for subject in input.subjects {
      draft.decide(subject, "close", status: .closed, reason: evidence)
    }
  }
}
