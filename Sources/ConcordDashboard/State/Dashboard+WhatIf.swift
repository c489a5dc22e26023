import ConcordModel

/// What if: nothing of it becomes a command, and commands wait until it is taken back.
extension Dashboard {
  static func suppose(
    _ action: Action, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    switch action {
    case .whatIf: choose(&state, workspace)
    case .whatIfOn(let flag): begin(flag, &state, workspace)
    case .supposeRating(let flag, let rating): state.whatIf?.suppose(rating, of: flag)
    case .supposeTreatment(let flag, let treatment):
      state.whatIf?.toggle(treatment, of: flag)
    case .keepWhatIf: keepWhatIf(&state, workspace)
    case .endWhatIf: endWhatIf(&state, workspace)
    default: break
    }
  }

  /// The flag that is selected; where there are several, they are shown for one to be chosen.
  private static func choose(_ state: inout DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    let main = state.top.mainSubject(scene)
    if let main, main.kind == .flag { return begin(main, &state, workspace) }
    let flags = state.top.subjects(of: .flag, scene)
    guard let first = flags.first else {
      state.message = Message(
        .plain, "a what if is about a live flag, and none is selected here")
      return
    }
    if flags.count == 1 { return begin(first, &state, workspace) }
    guard let explanation = state.top.arithmetic(scene), !explanation.flags.isEmpty else {
      return begin(first, &state, workspace)
    }
    state.layer = ExplanationLayer(explanation, whatIf: state.keys(for: .whatIf), chooses: true)
  }

  private static func begin(
    _ flag: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard let row = workspace.row(flag), let figure = workspace.flagFigure(row: row),
      figure.isLive
    else {
      state.message = Message(
        .plain, "this flag is not live: whatever it is rated, it counts nowhere")
      return
    }
    if state.whatIf == nil {
      state.suppositions += 1
      state.whatIf = WhatIf(workspace, serial: state.suppositions)
    }
    let showsMap = !(state.pages.isEmpty && state.screens[state.front] is OverviewScreen)
    state.layer = WhatIfLayer(flag, showsMap: showsMap)
  }

  /// The supposition stays in sight while its user looks around.
  private static func keepWhatIf(_ state: inout DashboardState, _ workspace: Workspace) {
    guard let count = state.whatIf?.changedFlags.count, count > 0 else {
      endWhatIf(&state, workspace)
      return
    }
    let (more, back) = (state.keyName(.whatIf), state.keyName(.back))
    state.message = Message(
      .plain,
      "what if of \(Counted.words(count, "flag")), not saved: \(more) on another adds to it, "
        + "\(back) takes all back")
  }

  private static func endWhatIf(_ state: inout DashboardState, _ workspace: Workspace) {
    guard let count = state.whatIf?.changedFlags.count else { return }
    state.whatIf = nil
    refresh(&state, workspace)
    state.message = Message(
      .plain, count == 0 ? "nothing was supposed" : "all is as it was; nothing was saved")
  }

  /// Brings what is supposed to a state that has changed meanwhile.
  static func follow(_ state: inout DashboardState, _ workspace: Workspace) {
    guard let basis = state.whatIf?.basis,
      basis.version != workspace.version || basis.today != workspace.today
    else { return }
    state.suppositions += 1
    state.whatIf?.move(to: workspace, serial: state.suppositions)
  }

  /// Whether an action would change the office while something else than it is in sight.
  static func isRefusedInWhatIf(_ action: Action, _ state: inout DashboardState) -> Bool {
    guard state.whatIf != nil, changesOffice(action) else { return false }
    state.message = Message(
      .warning,
      "this is a what if, nothing of it is saved: \(state.keyName(.back)) takes it back first")
    return true
  }

  private static func changesOffice(_ action: Action) -> Bool {
    switch action {
    case .command, .ask, .askAbout, .run, .editRecord, .again, .decide, .end, .undo, .takeBackThis,
      .offerUndo,
      .redo,
      .edit,
      .create, .createAny, .editNote, .askForImport, .importFile, .takeImport:
      true
    default: false
    }
  }
}
