/// Let a finding say nothing until a day, for a reason: all of it, or about some partners.
package enum FindingSilence: Command {
  package static let specification = CommandSpecification(
    "finding.silence", "silence",
    "Raise none of its flags until a day: of all, or of some partners", on: .finding,
    destroys: true,
    [
      Parameter("filter", "Filter", .text, "Only the partners that this filter leaves"),
      Parameter(
        "until", "Until", .day, "When it comes back", required: true, standard: "+365d"),
      Parameter("reason", "Reason", .note, "Why nothing is to be said", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(finding: subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let reason = try input.required("reason")
    let until = try input.futureDay("until")
    for subject in input.subjects {
      try draft.decide(
        subject, "silence", state: .silenced, filter: input.text("filter"), reason: reason,
        ["until": .text(until.text)])
    }
  }
}
