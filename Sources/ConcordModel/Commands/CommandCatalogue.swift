/// The table of commands: all that Concord can do to its records.
public enum CommandCatalogue {
  /// The commands in the order of help and manual.
  public static let commands: [any Command.Type] = [
    FlagMitigate.self, FlagAccept.self, FlagTransfer.self, FlagAvoid.self, FlagDismiss.self,
    FlagClose.self, FlagEscalate.self, FlagSnooze.self, FlagReassess.self, FlagAssign.self,
    FlagNote.self, FlagReopen.self, FlagImplement.self, FlagAdd.self, TreatmentSet.self,
    PartnerStage.self,
    CaseOpen.self, TaskPass.self, TaskFail.self, TaskWaive.self, TaskAssign.self, TaskReopen.self,
    TaskSet.self, CaseDecide.self, FindingRaise.self, FindingPlan.self, FindingSilence.self,
    RecordCreate.self, RecordEdit.self,
    RecordEnd.self, RecordSettle.self, ReviewSettle.self, PolicyImport.self,
  ]

  private static let byName: [String: any Command.Type] = Dictionary(
    uniqueKeysWithValues: commands.map { ($0.specification.name, $0) })

  /// The command called `name`.
  public static func command(_ name: String) -> (any Command.Type)? { byName[name] }

  /// The operations that an invocation means, checked against the workspace.
  public static func operations(
    _ invocation: Invocation, in workspace: Workspace, context: CommandContext
  ) throws(CommandError) -> [Operation] {
    guard let command = command(invocation.command) else {
      throw .unknownCommand(invocation.command)
    }
    let specification = command.specification
    if let kind = specification.subject {
      guard !invocation.subjects.isEmpty else { throw .noSubject(command: specification.name) }
      for subject in invocation.subjects where subject.kind != kind {
        throw .wrongKind(subject, expected: workspace.fields[kind].word)
      }
    }
    let actor = Actor(
      person: workspace.person(handle: context.author), author: context.author,
      today: context.today)
    for subject in invocation.subjects {
      guard workspace.contains(subject) else { throw .obstacle(subject, .gone(subject)) }
      if let obstacle = command.obstacle(subject, in: workspace, by: actor) {
        throw .obstacle(subject, obstacle)
      }
    }
    let input = try CommandInput(specification, invocation, workspace, today: context.today)
    var draft = Draft(workspace, context)
    try command.fill(&draft, from: input)
    guard !draft.isEmpty else {
      throw .nothingToDo("nothing changes: it already stands like that")
    }
    return draft.operations
  }
}
