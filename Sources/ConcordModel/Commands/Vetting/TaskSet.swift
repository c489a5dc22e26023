/// Do a task of a vetting case: in progress, passed, failed, or waived with a reason.
package enum TaskSet: Command {
  package static let specification = CommandSpecification(
    "task.set", "task status", "pending, in-progress, passed, failed or waived", on: .task,
    [
      Parameter("status", "Status", .choice("task-statuses"), "How it stands", required: true),
      Parameter("evidence", "Evidence", .note, "What shows it"),
      Parameter("assignee", "Assignee", .reference([.person]), "Who does it"),
      Parameter("reason", "Reason", .note, "Why; needed to waive"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let status = try input.choice("status", of: "task-statuses") ?? "pending"
    let assignee = try input.person("assignee", &draft)
    if status == "waived", input.text("reason") == nil {
      throw .missing(parameter: "reason", command: specification.name)
    }
    draft.stand(input, status)
    for subject in input.subjects {
      if let assignee { draft.set(subject, "assignee", .text(assignee.text)) }
    }
  }
}
