/// Transfer: someone else carries the risk, by an agreement or an insurance.
package enum FlagTransfer: Command {
  package static let specification = CommandSpecification(
    "flag.transfer", "transfer", "Let someone else carry the risk", on: .flag,
    [
      Parameter("to", "To whom", .text, "Who carries it from now on", required: true),
      Parameter(
        "reference", "Reference", .text, "Agreement or insurance that says so", required: true),
      Parameter("reason", "Reason", .note, "Why", required: true),
      Parameter("until", "Until", .day, "When it comes back"),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let to = try input.required("to")
    let reference = try input.required("reference")
    let reason = try input.required("reason")
    let until = input.text("until") == nil ? nil : try input.futureDay("until")
    for subject in input.subjects {
      draft.decide(
        subject, "transfer", status: .transferred, reason: reason,
        details: "to \(to), \(reference)", until: until)
      draft.set(subject, "transferred-to", .text(to))
      draft.set(subject, "reference", .text(reference))
    }
  }
}
