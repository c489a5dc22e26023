/// Reopen a task: it was passed, failed or waived, and is to be done again.
package enum TaskReopen: Command {
  package static let specification = CommandSpecification(
    "task.reopen", "reopen", "The task is to be done again", on: .task,
    [Parameter("reason", "Reason", .note, "Why", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? {
    if let obstacle = workspace.obstacleToTask(subject) { return obstacle }
    guard let row = workspace.row(subject) else { return .gone(subject) }
    return VettingTask(workspace, row).isOpen ? .taskOpen : nil
  }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    _ = try input.required("reason")
    draft.stand(input, "pending")
  }
}
