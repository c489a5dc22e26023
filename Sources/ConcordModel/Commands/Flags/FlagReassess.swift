/// Reassess: new inherent ratings, for a reason.
package enum FlagReassess: Command {
  package static let specification = CommandSpecification(
    "flag.reassess", "reassess", "Rate likelihood and impact anew", on: .flag,
    [
      Parameter(
        "likelihood", "Likelihood", .integer(1...5, unit: ""), "1 very low to 5 very high",
        required: true),
      Parameter(
        "impact", "Impact", .integer(1...5, unit: ""), "1 very low to 5 very high", required: true),
      Parameter(
        "target-likelihood", "Target likelihood", .integer(1...5, unit: ""), "Where to be"),
      Parameter("target-impact", "Target impact", .integer(1...5, unit: ""), "Where to be"),
      Parameter("reason", "Reason", .note, "Why", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard let likelihood = try input.integer("likelihood", in: 1...5),
      let impact = try input.integer("impact", in: 1...5)
    else { throw .missing(parameter: "likelihood", command: specification.name) }
    let targetLikelihood = try input.integer("target-likelihood", in: 1...5)
    let targetImpact = try input.integer("target-impact", in: 1...5)
    let reason = try input.required("reason")
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      let flag = Flag(draft.workspace, row)
      let before = flag.inherent.map { "\($0.likelihood),\($0.impact) to " } ?? ""
      draft.decide(
        subject, "reassess", status: nil, reason: reason,
        details: before + "\(likelihood),\(impact)"
      )
      draft.set(subject, "likelihood", .integer(Int64(likelihood)))
      draft.set(subject, "impact", .integer(Int64(impact)))
      draft.set(subject, "rated-by-rule", nil)
      if let targetLikelihood {
        draft.set(subject, "target-likelihood", .integer(Int64(targetLikelihood)))
      }
      if let targetImpact { draft.set(subject, "target-impact", .integer(Int64(targetImpact))) }
    }
  }
}
