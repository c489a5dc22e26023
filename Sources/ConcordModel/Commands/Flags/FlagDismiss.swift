/// Dismiss: it is no risk, for a reason.
package enum FlagDismiss: Command {
  package static let specification = CommandSpecification(
    "flag.dismiss", "dismiss", "It is no risk, for a reason", on: .flag, destroys: true,
    [Parameter("reason", "Reason", .note, "Why it is none", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let reason = try input.required("reason")
    for subject in input.subjects {
      draft.decide(subject, "dismiss", status: .dismissed, reason: reason)
    }
  }
}
