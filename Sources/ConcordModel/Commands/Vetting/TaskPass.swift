/// Pass a task: what it asks for is there.
package enum TaskPass: Command {
  package static let specification = CommandSpecification(
    "task.pass", "pass", "The task is done and nothing speaks against", on: .task,
    [Parameter("evidence", "Evidence", .note, "What shows it: link, date, document")])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToTask(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) { draft.stand(input, "passed") }
}
