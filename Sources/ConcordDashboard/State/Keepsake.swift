import ConcordModel

/// What a dashboard keeps from one day to the next beside the office's records: views, how lists are
/// narrowed and ordered, and a form that was open.
package struct Keepsake: Hashable, Sendable {
  /// How a screen's list was left.
  package struct Layout: Hashable, Sendable {
    package let filter: String
    package let order: SortOrder?

    package init(filter: String, order: SortOrder?) {
      self.filter = filter
      self.order = order
    }
  }

  package var views: [SavedView] = []
  /// By the screen's name.
  package var layouts: [String: Layout] = [:]
  package var draft: FormDraft?
  /// How far its user had seen; nil where they never left a dashboard.
  package var looked: LastLook?

  package init() {}
}

extension Dashboard {
  /// What is to be kept of a state.
  package static func keepsake(_ state: DashboardState, _ workspace: Workspace) -> Keepsake {
    let scene = state.scene(workspace)
    var keepsake = Keepsake()
    keepsake.views = state.views
    keepsake.looked = state.lastLook
    for screen in state.screens {
      guard let filter = screen.filterText(scene) else { continue }
      keepsake.layouts[type(of: screen).row.name] = Keepsake.Layout(
        filter: filter, order: screen.order)
    }
    keepsake.draft = ((state.layer as? FormLayer) ?? (state.pending as? FormLayer))?.draft
    return keepsake
  }

  /// Takes up what was kept.
  package static func restore(
    _ keepsake: Keepsake, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    state.views = keepsake.views
    state.lastLook = keepsake.looked
    let scene = state.scene(workspace)
    for place in state.screens.indices {
      guard let layout = keepsake.layouts[type(of: state.screens[place]).row.name] else { continue }
      if layout.filter != state.screens[place].filterText(scene) ?? "" {
        _ = state.screens[place].perform(.setFilter(layout.filter), count: 1, scene)
      }
      if let order = layout.order, order != state.screens[place].order {
        _ = state.screens[place].perform(.setSort(order), count: 1, scene)
      }
    }
    guard let draft = keepsake.draft, !state.isReadOnly else { return }
    guard draft.record.map(workspace.contains) ?? true else {
      state.message = Message(
        .warning, "a form was open when Concord ended, but its record is not there any more")
      return
    }
    state.layer = FormLayer(draft, scene)
    state.message = Message(
      .warning, "this form was open when Concord ended; what was typed is here, ^S saves it")
  }
}
