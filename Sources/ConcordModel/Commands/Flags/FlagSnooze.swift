/// Snooze: it comes back on a day.
package enum FlagSnooze: Command {
  package static let specification = CommandSpecification(
    "flag.snooze", "snooze", "Put it aside until a day", on: .flag,
    [
      Parameter("until", "Until", .day, "When it comes back", required: true, standard: "+7d"),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let until = try input.futureDay("until")
    let me = draft.workspace.person(handle: draft.context.author)
    for subject in input.subjects {
      // Whoever puts off what was escalated to them sees it again.
      let addressee = draft.workspace.row(subject).flatMap { Flag(draft.workspace, $0).escalatedTo }
      draft.decide(
        subject, "snooze", status: .snoozed, reason: input.text("reason"), until: until,
        keepsAddressee: addressee != nil && addressee == me)
    }
  }
}
