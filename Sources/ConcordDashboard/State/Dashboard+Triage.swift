import ConcordModel

/// From what is selected to its flags in Triage, and back.
extension Dashboard {
  static func triageThese(_ state: inout DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    let choice = state.top.flagChoice(scene) ?? chosenFlags(state.top, scene)
    guard choice.count > 0, let place = ScreenCatalogue.place("triage"),
      var triage = state.screens[place] as? TriageScreen
    else {
      state.message = Message(.plain, "no live flag is selected")
      return
    }
    state.putFilter = nil
    if let filter = choice.filter {
      let before = state.cameFrom == nil ? triage.filterText(scene) ?? "" : ""
      state.putFilter = (filter, before)
      _ = triage.perform(.setFilter(filter), count: 1, scene)
    } else {
      triage.show(choice.words, choice.flags, scene)
      if choice.areMarked { _ = triage.perform(.markAll, count: 1, scene) }
    }
    let shown = triage.shownRecords(scene)?.records.count ?? 0
    if shown < choice.count {
      let verb = choice.count == 1 ? "needs" : "need"
      let marked = choice.areMarked ? "; they are marked" : ""
      state.message = Message(
        .plain,
        "\(shown) of \(Counted.words(choice.count, "flag")) \(verb) a decision of yours\(marked)")
    }
    state.screens[place] = triage
    state.visited.insert(place)
    state.cameFrom = (state.front, state.pages)
    state.pages = []
    state.front = place
  }

  /// The flags that a command would act on.
  private static func chosenFlags(_ top: any Screen, _ scene: Scene) -> FlagChoice {
    let flags = top.subjects(of: .flag, scene)
    let partners = Set(
      flags.compactMap { scene.workspace.row($0) }
        .compactMap { scene.workspace.partnerRow(of: .flag, row: $0) })
    let words =
      partners.count == 1
      ? partners.first.map { Partner(scene.workspace, $0).name } ?? "" : "\(flags.count) flags"
    return FlagChoice(words: words, flags: flags)
  }

  /// From the flags that `t` chose, or the changes that `H` did, back to where it was pressed; false
  /// where there is no such way.
  static func goBack(_ state: inout DashboardState, _ scene: Scene) -> Bool {
    guard let origin = state.cameFrom, state.pages.isEmpty else { return false }
    var screen = state.screens[state.front]
    if let filter = state.putFilter, screen.filterText(scene) == filter.put {
      _ = screen.perform(.setFilter(""), count: 1, scene)
      guard screen.showAllAgain(scene) else { return false }
      if !filter.before.isEmpty { _ = screen.perform(.setFilter(filter.before), count: 1, scene) }
    } else {
      guard screen.showAllAgain(scene) else { return false }
    }
    state.screens[state.front] = screen
    state.putFilter = nil
    state.cameFrom = nil
    state.front = origin.front
    state.pages = origin.pages
    refresh(&state, scene.workspace)
    return true
  }
}
