/// Mitigate: one or more treatments, planned or in force, with owner and due date.
package enum FlagMitigate: Command {
  package static let specification = CommandSpecification(
    "flag.mitigate", "mitigate", "Treat the risk: a treatment, its owner and its due date",
    on: .flag,
    [
      Parameter(
        "treatment", "Treatment", .choice("treatments"),
        "A key of the catalogue, a number of the list that fits, or words of one's own",
        required: true, repeated: true),
      Parameter(
        "state", "State", .choice("treatment-states"), "planned, or in-force from today",
        standard: "planned"),
      Parameter("owner", "Owner", .reference([.person]), "Who sees to it", standard: "me"),
      Parameter("due", "Due", .day, "When it is to be in force", standard: "+90d"),
      Parameter(
        "likelihood", "Steps off likelihood", .integer(0...4, unit: "steps"),
        "Only for words of one's own"),
      Parameter(
        "impact", "Steps off impact", .integer(0...4, unit: "steps"), "Only for words of one's own"),
      Parameter("reason", "Reason", .note, "Why this one"),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToDecide(subject) }

  /// Whether a flag has a treatment of that name, planned or in force.
  private static func has(_ name: String, _ row: Int, _ workspace: Workspace) -> Bool {
    workspace.treatmentRows(flagRow: row).map { Treatment(workspace, $0) }
      .contains { $0.name == name && $0.state != .withdrawn }
  }

  /// A number means another treatment in each category.
  private static func checkNumbers(
    _ input: CommandInput, _ workspace: Workspace
  ) throws(CommandError) {
    guard let number = input.texts("treatment").first(where: { Int($0) != nil }) else { return }
    let categories = Set(
      input.subjects.compactMap { workspace.row($0) }.map { Flag(workspace, $0).category })
    guard categories.count > 1 else { return }
    let names = categories.map { workspace.catalogues.words($0, in: "categories") }.sorted()
    throw .invalid(
      parameter: "treatment", value: number,
      expected: "a treatment's key, or words of your own: the numbers of "
        + names.joined(separator: ", ") + " mean others")
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let owner = try input.person("owner", &draft)
    let state = try input.choice("state", of: "treatment-states") ?? "planned"
    let due = try input.day("due")
    if state == "planned", let due, due < draft.context.today {
      throw .invalid(
        parameter: "due", value: due.text, expected: "today (\(draft.context.today.text)) or later")
    }
    let steps = 0...draft.workspace.policy.treatmentMostSteps
    let likelihood = try input.integer("likelihood", in: steps)
    let impact = try input.integer("impact", in: steps)
    if state == Treatment.State.withdrawn.rawValue {
      throw .invalid(parameter: "state", value: state, expected: "planned or in-force")
    }
    try Self.checkNumbers(input, draft.workspace)
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      let flag = Flag(draft.workspace, row)
      var names: [String] = []
      var steps = (likelihood: 0, impact: 0)
      for wanted in input.texts("treatment") {
        let entry = draft.workspace.catalogues.treatment(wanted, category: flag.category)
        if entry == nil, Int(wanted) != nil {
          throw .invalid(
            parameter: "treatment", value: wanted,
            expected: "a number from 1 to "
              + "\(draft.workspace.catalogues.treatments(category: flag.category).count)")
        }
        if entry == nil, likelihood == nil, impact == nil {
          throw .invalid(
            parameter: "treatment", value: wanted,
            expected: "one of "
              + draft.workspace.catalogues.treatments(category: flag.category).map(\.key)
              .joined(separator: ", ")
              + "; or words of your own with --likelihood or --impact (the steps it takes off)")
        }
        if let entry, likelihood != nil || impact != nil {
          throw .invalid(
            parameter: likelihood == nil ? "impact" : "likelihood",
            value: String(likelihood ?? impact ?? 0),
            expected: "nothing: the catalogue says what “\(entry.words)” takes off; "
              + "use words of your own for other steps")
        }
        if entry == nil, (likelihood ?? 0) + (impact ?? 0) == 0 {
          throw .invalid(
            parameter: "likelihood", value: "0",
            expected: "at least one step off likelihood or impact")
        }
        let name = entry?.words ?? wanted
        if names.contains(name) || Self.has(name, row, draft.workspace) {
          throw .invalid(
            parameter: "treatment", value: wanted,
            expected: "another one: “\(Text.oneLine(flag.title))” has it already")
        }
        names.append(name)
        if state == "in-force" {
          steps.likelihood += likelihood ?? entry?.likelihoodEffect ?? 0
          steps.impact += impact ?? entry?.impactEffect ?? 0
        }
        draft.new(
          .treatment,
          [
            "flag": .text(subject.text), "name": .text(name),
            "entry": entry.map { .text($0.key) },
            "likelihood-effect": .integer(Int64(likelihood ?? entry?.likelihoodEffect ?? 0)),
            "impact-effect": .integer(Int64(impact ?? entry?.impactEffect ?? 0)),
            "state": .text(state), "owner": owner.map { .text($0.text) },
            "due": due.map { .text($0.text) },
          ])
      }
      draft.decide(
        subject, "mitigate", status: .treating, reason: input.text("reason"),
        details: names.joined(separator: "; ") + " (\(state))", steps: steps)
      draft.set(subject, "due", due.map { .text($0.text) })
      if flag.owner == nil { draft.set(subject, "owner", owner.map { .text($0.text) }) }
    }
  }
}
