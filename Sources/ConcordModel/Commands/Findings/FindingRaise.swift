/// Raise the flags that a finding holds back: all, or those of the partners that a filter leaves.
package enum FindingRaise: Command {
  package static let specification = CommandSpecification(
    "finding.raise", "raise the flags", "Raise its flags now: all, or those of some partners",
    on: .finding,
    [
      Parameter("filter", "Filter", .text, "Only the partners that this filter leaves"),
      Parameter("reason", "Reason", .note, "Why", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(finding: subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let reason = try input.required("reason")
    for subject in input.subjects {
      try draft.decide(
        subject, "raise", state: .raised, filter: input.text("filter"), reason: reason, [:])
    }
  }
}
