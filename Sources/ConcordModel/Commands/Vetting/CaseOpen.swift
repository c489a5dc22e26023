/// Open a vetting case: its tasks come from the checklist of the partner's kind and tier.
package enum CaseOpen: Command {
  package static let specification = CommandSpecification(
    "case.open", "open a case", "Begin vetting: tasks from the checklist", on: .partner,
    [
      Parameter(
        "type", "Type", .choice("case-types"), "initial, periodic, for-cause or expedited",
        standard: "initial"),
      Parameter("due", "Due", .day, "When it is to be decided", standard: "+90d"),
      Parameter("assignee", "Assignee", .reference([.person]), "Who does the tasks"),
      Parameter("reason", "Reason", .note, "Why; needed where it is expedited"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let type = try input.choice("type", of: "case-types") ?? "initial"
    let due = try input.day("due")
    let assignee = try input.person("assignee", &draft)
    if type == "expedited", input.text("reason") == nil {
      throw .missing(parameter: "reason", command: specification.name)
    }
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      let partner = Partner(draft.workspace, row)
      let today = draft.context.today
      let opened = draft.new(
        .vettingCase,
        [
          "partner": .text(subject.text), "type": .text(type), "opened": .text(today.text),
          "due": due.map { .text($0.text) }, "status": .text("open"),
          "reason": input.text("reason").map { .text($0) },
        ])
      let checklist = draft.workspace.catalogues.checklist(
        kind: partner.kindKey, tier: partner.effectiveTier)
      for item in checklist {
        let last = due ?? today.adding(days: item.days)
        draft.new(
          .task,
          [
            "case": .text(opened.text), "partner": .text(subject.text),
            "title": .text(item.title), "entry": .text(item.key),
            "criterion": .text(item.criterion), "mandatory": .truth(item.isMandatory),
            "assignee": assignee.map { .text($0.text) },
            "due": .text(min(last, today.adding(days: item.days)).text),
            "status": .text("pending"),
          ])
      }
      if partner.stage == "prospect" { draft.set(subject, "stage", .text("vetting")) }
    }
  }
}
