/// Escalate: someone else decides; it comes back on a day.
package enum FlagEscalate: Command {
  package static let specification = CommandSpecification(
    "flag.escalate", "escalate", "Let someone else decide, and see it again on a day", on: .flag,
    [
      Parameter("to", "To whom", .reference([.person]), "Who decides", required: true),
      Parameter("until", "Back on", .day, "When it comes back", required: true, standard: "+14d"),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let until = try input.futureDay("until")
    guard let to = try input.person("to", &draft) else {
      throw .missing(parameter: "to", command: specification.name)
    }
    if to == draft.workspace.person(handle: draft.context.author) {
      throw .invalid(
        parameter: "to", value: input.text("to") ?? "",
        expected: "somebody else; to see it again on a day, snooze it")
    }
    for subject in input.subjects {
      draft.decide(
        subject, "escalate", status: .escalated, reason: input.text("reason"),
        details: "to " + (draft.workspace.personName(to) ?? draft.context.author), until: until)
      draft.set(subject, "escalated-to", .text(to.text))
    }
  }
}
