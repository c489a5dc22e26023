import ConcordCanvas
import ConcordModel

/// Commands: from a key over what it asks for and the confirmation to the effect.
extension Dashboard {
  static func ask(
    _ name: String, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard let command = CommandCatalogue.command(name), let kind = command.specification.subject
    else { return [] }
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let scene = state.scene(workspace)
    let subjects = state.top.subjects(of: kind, scene)
    guard !subjects.isEmpty else { return refuse(.nothingSelected, &state) }
    for subject in subjects {
      if let obstacle = command.obstacle(subject, in: workspace, by: state.actor) {
        let id = subjects.count > 1 ? "\(workspace.title(subject)): " : ""
        state.message = Message(.warning, id + obstacle.sentence)
        state.refusals += 1
        return []
      }
    }
    let prompt = PromptLayer(
      command.specification, subjects: subjects, hidden: state.top.hiddenMarks,
      reasons: state.reasons, scene)
    guard prompt.asks else {
      state.pending = prompt
      return run(prompt.invocation, &state, workspace)
    }
    state.layer = prompt
    return []
  }

  /// Ends what is selected: a flag and a task by their own commands, all else is taken away.
  static func end(
    _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let scene = state.scene(workspace)
    guard let main = selected(state.top, scene) else { return refuse(.nothingSelected, &state) }
    switch main.kind {
    case .flag: return ask("flag.close", &state, workspace)
    case .task: return ask("task.pass", &state, workspace)
    default: break
    }
    let all = state.top.subjects(of: main.kind, scene)
    state.layer = PromptLayer(
      RecordEnd.specification, subjects: all.isEmpty ? [main] : all, reasons: state.reasons, scene)
    return []
  }

  static func shell(
    _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard workspace.policy.allowsShell else {
      state.message = Message(.warning, "the office's policy does not allow a shell from here")
      return []
    }
    return [.shell]
  }

  static func again(
    _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard var invocation = state.last,
      let kind = CommandCatalogue.command(invocation.command)?.specification.subject
    else {
      state.message = Message(.plain, "no decision to do again yet")
      return []
    }
    if state.isReadOnly { return refuse(.readOnly, &state) }
    invocation.subjects = state.top.subjects(of: kind, state.scene(workspace))
    guard !invocation.subjects.isEmpty else { return refuse(.nothingSelected, &state) }
    return run(invocation, &state, workspace)
  }

  static func undo(_ state: inout DashboardState) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    if let offer = state.undoOffer { return [.undo(offer.id)] }
    return [.offerUndo]
  }

  /// The decisions that what is selected may have.
  static func decide(_ state: inout DashboardState, _ workspace: Workspace) {
    let bindings = state.keymap.rows(in: state.top.contexts).filter { binding in
      if case .command = binding.action { true } else { false }
    }
    let scene = state.scene(workspace)
    let kinds: [RecordKind] = [.flag, .task, .vettingCase]
    guard
      let kind = kinds.first(where: { kind in
        !state.top.subjects(of: kind, scene).isEmpty
          && bindings.contains { Self.kind(of: $0) == kind }
      })
    else {
      state.message = Message(.plain, Obstacle.nothingSelected.sentence)
      return
    }
    state.layer = DecideLayer(
      bindings.filter { Self.kind(of: $0) == kind }, on: state.top.subjects(of: kind, scene),
      scene)
  }

  private static func kind(of binding: Binding) -> RecordKind? {
    guard case .command(let name) = binding.action else { return nil }
    return CommandCatalogue.command(name)?.specification.subject
  }

  /// A command is ready to go: for several records, and where it ends the care for a flag at high or
  /// above, its effect is shown first.
  static func run(
    _ invocation: Invocation, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    let takesAway =
      invocation.command == RecordEnd.specification.name
      || invocation.answers["outcome"] == [VettingCase.Outcome.rejected.rawValue]
    if invocation.subjects.count > 1 || takesAway || endsCare(invocation, workspace)
      || isOutOfSight(invocation, state.top, state.scene(workspace))
    {
      // What would be refused is said now, before anybody confirms it.
      if let error = refusal(of: invocation, state.scene(workspace)) {
        return update(.refused(.refused(error)), &state, workspace)
      }
      state.layer = ConfirmLayer(
        invocation, hidden: state.top.hiddenMarks, state.scene(workspace))
      return []
    }
    return update(.run(invocation), &state, workspace)
  }

  private static func refusal(of invocation: Invocation, _ scene: Scene) -> CommandError? {
    do throws(CommandError) {
      _ = try CommandCatalogue.operations(
        invocation, in: scene.workspace, context: scene.previewContext)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the only record that a command acts on is a marked one, and another is selected.
  private static func isOutOfSight(
    _ invocation: Invocation, _ top: any Screen, _ scene: Scene
  ) -> Bool {
    guard invocation.subjects.count == 1, let only = invocation.subjects.first,
      let shown = top.mainSubject(scene)
    else { return false }
    return shown.kind == only.kind && shown != only && top.subjects(of: only.kind, scene) == [only]
  }

  /// Commands that take a flag out of the queue without ending it.
  private static let puttingAway = [
    FlagAccept.specification.name, FlagTransfer.specification.name,
    FlagImplement.specification.name,
  ]

  /// Whether a command takes a flag at high or above out of everybody's sight, or decides of many
  /// partners at once.
  private static func endsCare(_ invocation: Invocation, _ workspace: Workspace) -> Bool {
    guard let command = CommandCatalogue.command(invocation.command),
      command.specification.destroys || puttingAway.contains(invocation.command)
        || command.specification.subject == .finding
    else { return false }
    if command.specification.subject == .finding { return true }
    return invocation.subjects.contains { subject in
      subject.kind == .flag
        && workspace.row(subject).flatMap { workspace.flagFigure(row: $0) }
          .map { $0.residualLevel >= .high } ?? false
    }
  }
}
