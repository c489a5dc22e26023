/// Assign a task: who does it.
package enum TaskAssign: Command {
  package static let specification = CommandSpecification(
    "task.assign", "assign", "Say who does the task", on: .task,
    [
      Parameter(
        "assignee", "Assignee", .reference([.person]), "me, or someone on record",
        required: true, standard: "me")
    ])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToTask(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard let assignee = try input.person("assignee", &draft) else {
      throw .missing(parameter: "assignee", command: specification.name)
    }
    for subject in input.subjects { draft.set(subject, "assignee", .text(assignee.text)) }
  }
}
