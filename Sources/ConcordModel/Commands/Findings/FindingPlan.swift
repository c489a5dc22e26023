/// Raise the flags that a finding holds back on dates spread over some months.
package enum FindingPlan: Command {
  package static let specification = CommandSpecification(
    "finding.plan", "plan the flags",
    "Raise its flags on days spread over some months: all, or those of some partners",
    on: .finding,
    [
      Parameter("filter", "Filter", .text, "Only the partners that this filter leaves"),
      Parameter("from", "From", .day, "The first day", required: true, standard: "+1d"),
      Parameter(
        "months", "Months", .integer(1...60, unit: "months"), "Over how many months",
        required: true, standard: "6"),
      Parameter("reason", "Reason", .note, "Why", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(finding: subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let reason = try input.required("reason")
    let from = try input.futureDay("from")
    let months = try input.integer("months", in: 1...60) ?? 6
    let until = from.adding(months: months).adding(days: -1)
    for subject in input.subjects {
      try draft.decide(
        subject, "plan", state: .planned, filter: input.text("filter"), reason: reason,
        ["plan-from": .text(from.text), "plan-until": .text(until.text)])
    }
  }
}
