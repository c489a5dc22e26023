import ConcordModel

/// What happened since its user last looked: read once, added to while the dashboard is open, begun
/// anew when they say that all is seen.
extension Dashboard {
  /// Begins where nobody has looked before: from now on.
  package static func beginLooking(
    _ state: inout DashboardState, _ workspace: Workspace, at now: Instant
  ) {
    guard state.asOf == nil, state.lastLook == nil else { return }
    state.lookBack = LookBack(
      since: LastLook(at: now, lines: [:]), reader: state.actor.author, isFirst: true,
      in: workspace)
  }

  /// Asks for what happened, once.
  static func lookWants(_ state: inout DashboardState) -> [Effect] {
    guard !state.isLookAsked, state.lookBack == nil, let last = state.lastLook else { return [] }
    state.isLookAsked = true
    return [.lookBack(last)]
  }

  /// Takes what the journal says.
  static func take(
    _ found: LookBack, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    // One that was asked for before all was seen is of no use any more.
    guard state.lookBack == nil, found.last == state.lastLook else { return }
    var found = found
    if !state.happenedMeanwhile.isEmpty {
      found.add(state.happenedMeanwhile, in: workspace)
      state.happenedMeanwhile = []
    }
    state.lookBack = found
    if !found.news.isEmpty, state.message == nil, !(state.layer is LookLayer) {
      let count = Counted.words(found.news.count, "record")
      let verb = found.news.count == 1 ? "was" : "were"
      state.message = Message(
        .plain,
        "since \(state.scene(workspace).moment(found.last.at)) \(count) \(verb) changed by others; "
          + "\(state.keyName(.lookBack)) shows what")
    }
    refresh(&state, workspace)
  }

  /// Takes what has just happened.
  static func take(
    _ changes: [LookChange], _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard state.lookBack != nil else {
      if state.lastLook != nil { state.happenedMeanwhile = changes + state.happenedMeanwhile }
      return
    }
    state.lookBack?.add(changes, in: workspace)
    refresh(&state, workspace)
  }

  /// All is seen.
  static func lookFromNow(_ state: inout DashboardState) -> [Effect] {
    if let day = state.asOf {
      state.message = Message(.warning, "this is the office as of \(day.text): nothing is new here")
      return []
    }
    return [.lookFromNow]
  }

  /// Begins at a moment: no sign is left.
  static func begin(_ look: LastLook, _ state: inout DashboardState, _ workspace: Workspace) {
    state.lastLook = look
    state.happenedMeanwhile = []
    state.isLookAsked = true
    state.lookBack = LookBack(since: look, reader: state.actor.author, in: workspace)
    let when = state.scene(workspace).moment(look.at)
    state.message =
      state.isReadOnly
      ? Message(.warning, "all is seen until Concord is left: read-only, so it is not kept")
      : Message(.done, "all is seen; the next page begins at \(when)")
    refresh(&state, workspace)
  }
}

extension DashboardState {
  /// Whether its user has seen what happened: only then may the next day begin from here. Where nothing
  /// did, there was nothing to see.
  package var hasLookedBack: Bool {
    guard let lookBack, lookBack.problem == nil else { return false }
    return lookBack.news.isEmpty || hasOpenedLook
  }

  /// Whether nobody had looked before: what is kept then is where it begins.
  package var beginsToLook: Bool { lastLook == nil && lookBack?.isFirst ?? false }
}
