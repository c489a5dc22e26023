/// Put planned treatments of a flag into force: the residual risk follows at once.
package enum FlagImplement: Command {
  package static let specification = CommandSpecification(
    "flag.implement", "put in force", "What was planned is done: its effect counts from today",
    on: .flag,
    [
      Parameter(
        "treatment", "Treatment", .text,
        "Its number among the flag's planned ones, the beginning of its words, or all",
        required: true, standard: "all"),
      Parameter("evidence", "Evidence", .note, "What shows that it is in force", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? {
    if let obstacle = workspace.obstacleToDecide(subject) { return obstacle }
    return workspace.plannedTreatments(of: subject).isEmpty ? .nothingPlanned : nil
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let wanted = try input.required("treatment")
    let evidence = try input.required("evidence")
    for subject in input.subjects {
      let planned = draft.workspace.plannedTreatments(of: subject)
      let chosen = try choose(wanted, among: planned)
      for treatment in chosen { draft.set(treatment.id, "state", .text("in-force")) }
      draft.decide(
        subject, "implement", status: .treating, reason: evidence,
        details: chosen.map(\.name).joined(separator: "; "),
        steps: (
          chosen.reduce(0) { $0 + $1.likelihoodEffect }, chosen.reduce(0) { $0 + $1.impactEffect }
        ))
      // What is still planned keeps the flag's day.
      let left = planned.filter { each in !chosen.contains { $0.id == each.id } }
      draft.set(subject, "due", left.compactMap(\.due).min().map { .text($0.text) })
    }
  }

  private static func choose(
    _ wanted: String, among planned: [Treatment]
  ) throws(CommandError) -> [Treatment] {
    if wanted == "all" { return planned }
    if let number = Int(wanted), planned.indices.contains(number - 1) {
      return [planned[number - 1]]
    }
    let folded = NameFold.fold(wanted)
    let found = planned.filter { NameFold.fold($0.name).hasPrefix(folded) }
    guard found.count == 1, Int(wanted) == nil else {
      let names = planned.enumerated().map { "\($0.offset + 1) \($0.element.name)" }
      throw .invalid(
        parameter: "treatment", value: wanted,
        expected: "all, or one of " + names.joined(separator: ", "))
    }
    return found
  }
}

extension Workspace {
  /// The treatments of a flag that are planned, the oldest first.
  func plannedTreatments(of flag: RecordID) -> [Treatment] {
    guard let row = row(flag) else { return [] }
    return treatmentRows(flagRow: row).map { Treatment(self, $0) }.filter { $0.state == .planned }
  }
}
