/// Move a partner to another stage. Active needs a vetting decision in force, a kind that needs
/// none, or a stated reason.
package enum PartnerStage: Command {
  package static let specification = CommandSpecification(
    "partner.stage", "stage", "prospect, vetting, active, suspended or ended", on: .partner,
    destroys: true,
    [
      Parameter("stage", "Stage", .choice("stages"), "Where it goes", required: true),
      Parameter(
        "reason", "Reason", .note, "Why; needed to suspend, to end, and to skip vetting"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let stage = try input.choice("stage", of: "stages") ?? "prospect"
    let reason = input.text("reason")
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      let standing = draft.workspace.standing(row: row)
      let isCleared = [.inForce, .withConditions, .notRequired].contains(standing)
      if stage == "active", !isCleared, reason == nil {
        throw .obstacle(subject, .needsVetting(standing))
      }
      if stage == "suspended" || stage == "ended", reason == nil {
        throw .missing(parameter: "reason", command: specification.name)
      }
      draft.set(subject, "stage", .text(stage))
      if stage == "ended" { draft.closeAvoided(of: subject) }
      if stage == "active", draft.workspace.value(subject, "active-since") == nil {
        draft.set(subject, "active-since", .text(draft.context.today.text))
      }
    }
    if let reason, !draft.isEmpty { draft.why(reason) }
  }
}
