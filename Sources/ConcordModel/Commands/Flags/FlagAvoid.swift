/// Avoid: limit, suspend or end the partnership.
package enum FlagAvoid: Command {
  package static let specification = CommandSpecification(
    "flag.avoid", "avoid", "Limit, suspend or end the partnership", on: .flag, destroys: true,
    [
      Parameter(
        "how", "How", .choice("avoidances"), "limit, suspend or end the partnership",
        required: true),
      Parameter("reason", "Reason", .note, "Why", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let how = try input.choice("how", of: "avoidances") ?? "limit"
    let reason = try input.required("reason")
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      draft.decide(
        subject, "avoid", status: how == "end" ? .closed : .treating, reason: reason,
        details: "\(how) the partnership")
      guard how != "limit", let partner = Flag(draft.workspace, row).partner else { continue }
      draft.set(partner, "stage", .text(how == "end" ? "ended" : "suspended"))
      if how == "end" { draft.closeAvoided(of: partner, besides: input.subjects) }
    }
  }
}
