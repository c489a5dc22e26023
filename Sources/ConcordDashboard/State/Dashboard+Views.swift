import ConcordModel

/// Saved views: a filter and an order of a screen under a name.
extension Dashboard {
  static func showViews(_ state: inout DashboardState, _ workspace: Workspace) {
    state.layer = ViewsLayer(state.views, current: currentView(state, workspace))
  }

  /// What the list in front is narrowed to now; nil where there is none.
  static func currentView(_ state: DashboardState, _ workspace: Workspace) -> SavedView? {
    let scene = state.scene(workspace)
    guard state.pages.isEmpty, let filter = state.top.filterText(scene) else { return nil }
    return SavedView(
      name: "", screen: type(of: state.screens[state.front]).row.name, filter: filter,
      order: state.top.order)
  }

  static func show(
    _ view: SavedView, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard let place = ScreenCatalogue.place(view.screen) else {
      state.message = Message(.warning, "there is no screen “\(view.screen)” for this view")
      return []
    }
    var effects = update(.screen(place), &state, workspace)
    effects += update(.setFilter(view.filter), &state, workspace)
    if let order = view.order { effects += update(.setSort(order), &state, workspace) }
    state.message = Message(.plain, "view: \(view.name)")
    return effects
  }
}
