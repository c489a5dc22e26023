/// Decide a vetting case: by someone who did none of its tasks, when every mandatory task is passed
/// or waived (a rejection need not wait).
package enum CaseDecide: Command {
  package static let specification = CommandSpecification(
    "case.decide", "decide the case", "Approve, approve with conditions, or reject",
    on: .vettingCase,
    [
      Parameter(
        "outcome", "Outcome", .choice("case-outcomes"),
        "approved, approved-with-conditions or rejected", required: true),
      Parameter("conditions", "Conditions", .note, "What the approval hangs on"),
      Parameter("reason", "Reason", .note, "Why", required: true),
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? {
    guard let row = workspace.row(subject) else { return .gone(subject) }
    if VettingCase(workspace, row).outcome != nil { return .caseDecided }
    for task in workspace.taskRows(caseRow: row)
    where workspace.value(workspace[.task].id(task), "done-by") == .text(actor.author) {
      return .sameHands(actor.author)
    }
    return nil
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let outcome = try input.choice("outcome", of: "case-outcomes") ?? "rejected"
    let reason = try input.required("reason")
    if outcome == "approved-with-conditions", input.text("conditions") == nil {
      throw .missing(parameter: "conditions", command: specification.name)
    }
    for subject in input.subjects {
      guard let row = draft.workspace.row(subject) else { throw .obstacle(subject, .gone(subject)) }
      let progress = VettingProgress(draft.workspace, caseRow: row)
      let waitedFor = progress.waitedFor
      if outcome != "rejected", progress.total == 0 { throw .obstacle(subject, .noTasks) }
      if outcome != "rejected", waitedFor > 0 { throw .obstacle(subject, .openTasks(waitedFor)) }
      let partner = VettingCase(draft.workspace, row).partner
      let tier =
        partner.flatMap { draft.workspace.row($0) }
        .map { Partner(draft.workspace, $0).effectiveTier } ?? 3
      let today = draft.context.today
      let ends = today.adding(months: draft.workspace.policy.reviewMonths(tier: tier))
      draft.set(subject, "status", .text("decided"))
      draft.set(subject, "outcome", .text(outcome))
      draft.set(subject, "decided-on", .text(today.text))
      draft.set(subject, "decided-by", .text(draft.context.author))
      draft.set(subject, "ends", outcome == "rejected" ? nil : .text(ends.text))
      if let conditions = input.text("conditions") {
        draft.set(subject, "conditions", .text(conditions))
      }
      draft.new(
        .decision,
        [
          "subject": .text(subject.text), "choice": .text("decide"),
          "by": .text(draft.context.author), "at": .integer(draft.context.now.milliseconds),
          "reason": .text(reason), "details": .text(outcome),
        ])
    }
  }
}

extension Workspace {
  /// Rows of the tasks of a case that are not gone, in their order.
  package func taskRows(caseRow row: Int) -> [Int] {
    let table = tables[RecordKind.task.index]
    return references.rows(
      .task, slot: VettingTask.Slot.caseID, parent: .vettingCase, parentRow: row
    ).filter { table.isPresent($0) }
  }
}
