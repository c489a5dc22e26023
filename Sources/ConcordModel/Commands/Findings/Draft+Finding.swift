extension Draft {
  /// Puts what a person decided on a finding on record. Where a filter leaves a part of its partners, a
  /// finding of their own says it: of two findings of a rule the later one holds.
  mutating func decide(
    _ finding: RecordID, _ choice: String, state: Finding.State, filter: String?, reason: String,
    _ values: [String: FieldValue]
  ) throws(CommandError) {
    guard let row = workspace.row(finding) else { throw .obstacle(finding, .gone(finding)) }
    let whole = Finding(workspace, row)
    let remaining = whole.remaining
    let chosen = try remaining.filter(by: filter, in: workspace, person: context.author)
    guard !chosen.isEmpty else {
      throw .nothingToDo(
        "the filter leaves none of its \(Counted.words(remaining.count, "partner"))")
    }
    let now = FieldValue.integer(context.now.milliseconds)
    var decided = values
    decided["state"] = .text(state.rawValue)
    decided["reason"] = .text(reason)
    decided["decided"] = now
    let id: RecordID
    if chosen.count == remaining.count {
      id = finding
      for name in ["state", "reason", "decided", "plan-from", "plan-until", "until"] {
        set(id, name, decided[name])
      }
    } else {
      decided["rule"] = .text(whole.rule)
      decided["day"] = whole.day.map { .text($0.text) }
      decided["partners"] = .set(chosen.map(\.text))
      decided["tiers"] = .text(FindingTiers.words(chosen, in: workspace))
      id = new(.finding, decided)
      let part = Set(chosen)
      let rest = remaining.filter { !part.contains($0) }
      set(finding, "tiers", .text(FindingTiers.words(rest, in: workspace)))
    }
    new(
      .decision,
      [
        "subject": .text(id.text), "choice": .text(choice), "by": .text(context.author),
        "at": now, "reason": .text(reason), "details": filter.map { .text("only " + $0) },
        "until": values["until"],
      ])
  }
}

extension Workspace {
  /// Why nothing can be decided on a finding; nil where something can.
  func obstacleToDecide(finding: RecordID) -> Obstacle? {
    guard let row = row(finding) else { return .gone(finding) }
    let finding = Finding(self, row)
    if finding.state == .raised { return .alreadyRaised }
    return finding.remaining.isEmpty ? .nothingHeld : nil
  }
}

extension [RecordID] {
  /// Those of these partners that a filter leaves; all of them where there is none.
  fileprivate func filter(
    by text: String?, in workspace: Workspace, person: String
  ) throws(CommandError) -> [RecordID] {
    guard let text else { return self }
    let filter = Filter(text)
    let plan = FilterPlan(
      filter, kind: .partner, in: workspace, me: workspace.person(handle: person))
    if let problem = plan.problems.first {
      throw .invalid(parameter: "filter", value: text, expected: problem.sentence)
    }
    return self.filter { id in
      workspace.row(id).map { plan.rank(workspace, .partner, $0) != nil } ?? false
    }
  }
}
