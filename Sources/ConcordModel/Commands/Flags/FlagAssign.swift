/// Assign: who answers for it.
package enum FlagAssign: Command {
  package static let specification = CommandSpecification(
    "flag.assign", "owner", "Say who answers for it", on: .flag,
    [
      Parameter(
        "owner", "Owner", .reference([.person]), "me, or someone on record", required: true,
        standard: "me")
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard let owner = try input.person("owner", &draft) else {
      throw .missing(parameter: "owner", command: specification.name)
    }
    for subject in input.subjects {
      let isAlready = draft.workspace.value(subject, "owner") == .text(owner.text)
      guard !isAlready else { continue }
      draft.decide(
        subject, "assign", status: nil, reason: nil,
        details: "to " + (draft.workspace.personName(owner) ?? draft.context.author))
      draft.set(subject, "owner", .text(owner.text))
    }
  }
}
