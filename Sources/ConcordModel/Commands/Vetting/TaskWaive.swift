/// Waive a task: the case is decided without it, for a stated reason.
package enum TaskWaive: Command {
  package static let specification = CommandSpecification(
    "task.waive", "waive", "Decide without it, for a reason", on: .task, destroys: true,
    [Parameter("reason", "Reason", .note, "Why it is not needed", required: true)])

  package static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { workspace.obstacleToTask(subject) }

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    _ = try input.required("reason")
    draft.stand(input, "waived")
  }
}
