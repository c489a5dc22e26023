import ConcordModel

/// From the findings of the rules to their partners and their decisions, and back.
extension Dashboard {
  /// The partners that a finding is about, in Partners.
  static func showFound(
    _ finding: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard let place = ScreenCatalogue.place("partners"), workspace.contains(finding) else {
      state.message = Message(.warning, Obstacle.gone(finding).sentence)
      return
    }
    let scene = state.scene(workspace)
    let way = state.layer.map { WayBack($0, state) }
    state.layer = nil
    var partners = state.screens[place]
    partners.refresh(scene)
    let before = partners.filterText(scene) ?? ""
    let filter = "\(FilterPlan.findingName):\(scene.shortID(finding))"
    _ = partners.perform(.setFilter(filter), count: 1, scene)
    state.screens[place] = partners
    state.visited.insert(place)
    state.putFilter = (filter, before)
    state.cameFrom = (state.front, state.pages)
    state.pages = []
    state.front = place
    state.wayBack = way
  }

  /// Asks for what a command on one record needs; what lay on top comes back after it.
  static func ask(
    _ name: String, about subject: RecordID, _ state: inout DashboardState,
    _ workspace: Workspace
  ) -> [Effect] {
    guard let command = CommandCatalogue.command(name) else { return [] }
    if state.isReadOnly { return refuse(.readOnly, &state) }
    if let obstacle = command.obstacle(subject, in: workspace, by: state.actor) {
      return refuse(obstacle, &state)
    }
    let way = state.layer.map { WayBack($0, state) }
    state.layer = PromptLayer(
      command.specification, subjects: [subject], reasons: state.reasons,
      state.scene(workspace))
    state.wayBack = way
    return []
  }
}
