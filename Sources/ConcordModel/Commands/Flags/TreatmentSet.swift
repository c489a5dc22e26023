/// Put a treatment into force, plan it again or withdraw it: the residual risk follows at once.
package enum TreatmentSet: Command {
  package static let specification = CommandSpecification(
    "treatment.set", "treatment state", "Planned, in force or withdrawn", on: .treatment,
    [
      Parameter(
        "state", "State", .choice("treatment-states"), "planned, in-force or withdrawn",
        required: true),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let state = try input.choice("state", of: "treatment-states")
    for subject in input.subjects {
      draft.set(subject, "state", state.map { .text($0) })
    }
    if let reason = input.text("reason"), !draft.isEmpty { draft.why(reason) }
  }
}
