import ConcordCanvas
import ConcordDashboard
import ConcordModel

/// The state that a dashboard begins with: the screen and filter that were asked for, and what is to
/// be said of the store.
enum FirstState {
  /// - Parameters:
  ///   - options: what was asked, with the user's own settings behind it.
  ///   - keepsake: what was kept of the last day; nil where nothing is.
  ///   - work: what shares long work among threads.
  ///   - isReadOnly: whether nothing may be changed; nil where the store says so itself.
  static func make(
    _ session: Session, _ options: DashboardProgram.Options, _ own: UserSettings, size: Size,
    glyphs: GlyphSet, isReadOnly: Bool? = nil,
    keepsake: Keepsake? = nil, work: any ParallelWork = OneByOne()
  ) -> DashboardState {
    let workspace = session.workspace
    let restriction = isReadOnly == false ? nil : session.store.restriction
    var state = DashboardState(
      size: size, actor: session.actor, isReadOnly: isReadOnly ?? (restriction != nil),
      keymap: Keymap.standard.with(own.keys), glyphs: options.isASCII ? .ascii : glyphs)
    state.zoneOffset = session.clock.offset(session.settings.now)
    let clock = session.clock
    state.offsetAt = { clock.offset($0) }
    state.asOf = session.settings.asOf
    state.usesMouse = options.usesMouse
    state.work = work
    _ = Dashboard.update(.resized(size), &state, workspace)
    let place = options.screen.flatMap { ScreenCatalogue.place($0) } ?? 0
    _ = Dashboard.update(.screen(place), &state, workspace)
    if let keepsake { Dashboard.restore(keepsake, &state, workspace) }
    Dashboard.beginLooking(&state, workspace, at: session.settings.now)
    if let filter = options.filter { _ = Dashboard.update(.setFilter(filter), &state, workspace) }
    if let restriction {
      _ = Dashboard.update(.restricted(restriction.sentence), &state, workspace)
    } else if let hindrance = session.store.hindrances.first {
      state.message = Message(.warning, hindrance.warning)
    } else if let held = session.store.heldChanges.first {
      state.message = Message(.warning, held)
    } else if let problem = workspace.policyProblems.first {
      state.message = Message(
        .warning, "what ships holds, since this cannot be used: \(problem)")
    } else if workspace.conflictCount > 0 {
      state.message = Message(
        .warning,
        "values written at the same time stand in "
          + "\(Counted.words(workspace.conflictCount, "field")): concord settle lists them")
    }
    return state
  }
}
