/// Fail a task: it was done, and something speaks against the partner.
package enum TaskFail: Command {
  package static let specification = CommandSpecification(
    "task.fail", "fail", "The task is done and something speaks against", on: .task,
    [Parameter("evidence", "Evidence", .note, "What was found", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToTask(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    _ = try input.required("evidence")
    draft.stand(input, "failed")
  }
}
