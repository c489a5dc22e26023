import ConcordModel

/// How the heatmap is looked at: its form, and its change against an earlier day.
extension Dashboard {
  static func cycleForm(_ state: inout DashboardState, _ workspace: Workspace) -> [Effect] {
    guard state.pages.isEmpty, var screen = state.screens[state.front] as? OverviewScreen else {
      return elsewhere("changes its form", .cycleForm, &state)
    }
    _ = screen.perform(.cycleForm, count: 1, state.scene(workspace))
    state.screens[state.front] = screen
    let words =
      switch screen.heatmap.form {
      case .matrix: "likelihood by impact"
      case .categoryByKind: "risk category by kind of partner"
      case .partnerByCategory: "partner by risk category, in the order of the list"
      }
    state.message = Message(.plain, "the heatmap shows \(words)")
    return []
  }

  private static func elsewhere(
    _ does: String, _ action: Action, _ state: inout DashboardState
  ) -> [Effect] {
    let key = OverviewScreen.row.key
    state.message = Message(
      .plain,
      "the heatmap is on the Overview: \(key) leads there, then \(state.keyName(action)) \(does)")
    return []
  }

  // MARK: Change

  /// Shows the change against an earlier day, or no longer.
  static func compare(_ state: inout DashboardState) -> [Effect] {
    if state.comparison.isWanted {
      hideChange(&state)
      return []
    }
    guard state.pages.isEmpty, state.screens[state.front] is OverviewScreen else {
      return elsewhere("shows its change", .compare, &state)
    }
    state.comparison.isWanted = true
    let day = state.actor.today.adding(days: -HeatmapComparison.days)
    if let snapshot = state.comparison.snapshot, snapshot.day == day {
      tellChange(snapshot, &state)
      return []
    }
    state.comparison.snapshot = nil
    let key = state.keyName(.compare)
    state.message = Message(.plain, "reading \(day.text); \(key) again leaves it")
    guard state.comparison.awaited != day else { return [] }
    state.comparison.awaited = day
    return [.readHeatmap(day)]
  }

  private static func hideChange(_ state: inout DashboardState) {
    state.comparison.isWanted = false
    // What is being read is kept for when it is wanted again.
    if state.comparison.awaited != nil { state.running = nil }
    state.message = Message(.plain, "the heatmap shows how it stands")
  }

  private static func tellChange(_ snapshot: HeatmapSnapshot, _ state: inout DashboardState) {
    let isEmpty = RiskView.allCases.allSatisfy { snapshot.total($0) == 0 }
    let key = state.keyName(.compare)
    state.message = Message(
      .plain,
      isEmpty
        ? "on \(snapshot.day.text) no flag was on record: all are new; \(key) hides it"
        : "change since \(snapshot.day.text); \(key) hides it")
  }

  /// Takes what comes of reading an earlier day.
  static func takeHeatmap(_ action: Action, _ state: inout DashboardState) {
    switch action {
    case .heatmapProgress(let work):
      if state.comparison.isWanted, state.comparison.awaited != nil { state.running = work }
    case .heatmapRead(let snapshot):
      guard snapshot.day == state.comparison.awaited else { return }
      state.comparison.awaited = nil
      state.comparison.snapshot = snapshot
      guard state.comparison.isWanted else { return }
      state.running = nil
      tellChange(snapshot, &state)
    case .heatmapNotRead(let sentence):
      guard state.comparison.awaited != nil else { return }
      if state.comparison.isWanted {
        state.running = nil
        state.message = Message(.failed, sentence)
      }
      state.comparison = HeatmapComparison()
    default: break
    }
  }

  /// Takes away what a key has laid over what stands: what is supposed, then the change against an
  /// earlier day; false where there is neither.
  static func endLook(_ state: inout DashboardState, _ workspace: Workspace) -> Bool {
    if state.whatIf != nil {
      suppose(.endWhatIf, &state, workspace)
      return true
    }
    guard state.comparison.isWanted, state.pages.isEmpty,
      state.screens[state.front] is OverviewScreen
    else { return false }
    hideChange(&state)
    return true
  }
}
