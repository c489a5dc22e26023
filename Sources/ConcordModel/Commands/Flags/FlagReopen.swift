/// Reopen a flag that was dismissed or closed.
package enum FlagReopen: Command {
  package static let specification = CommandSpecification(
    "flag.reopen", "reopen", "Take a dismissed or closed flag up again", on: .flag,
    [Parameter("reason", "Reason", .note, "Why", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? {
    guard let row = workspace.row(subject) else { return .gone(subject) }
    let status = Flag(workspace, row).status
    if status.isLive { return .stillLive(status) }
    return workspace.value(subject, "closed-by-rule") == .truth(true) ? .causeGone : nil
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let reason = try input.required("reason")
    for subject in input.subjects {
      draft.decide(subject, "reopen", status: .open, reason: reason)
    }
  }
}
