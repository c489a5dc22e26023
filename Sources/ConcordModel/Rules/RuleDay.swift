/// What the rules make of a day, worked out beside the state it is meant for: by a thread of its own, so
/// that nobody waits.
package struct RuleDay: Sendable {
  /// The day it is about.
  package let day: Day
  /// What is to be written.
  package let operations: [Operation]
  /// The state that was looked at.
  private let version: Int
  /// Whom they are about.
  private let partners: Set<RecordID>

  /// Asks all rules about all managed partners.
  package init(_ workspace: Workspace, _ context: CommandContext) {
    day = context.today
    version = workspace.version
    (operations, partners) = RuleRun.daily(workspace, context, only: nil)
  }

  /// What to write now: as it was worked out, where nothing has changed since; else those partners are
  /// looked at again.
  package func operations(
    in workspace: Workspace, _ context: CommandContext
  ) -> [Operation] {
    guard workspace.version != version || context.today != day else { return operations }
    return RuleRun.daily(workspace, context, only: partners).operations
  }
}
