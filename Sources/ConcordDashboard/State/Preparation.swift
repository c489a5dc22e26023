import ConcordCanvas
import ConcordModel

/// What takes long in a big office, made ready by a worker before anybody asks for it: screens that were
/// not yet in front, and the order of the ids.
package struct Preparation: Sendable {
  /// Kinds of at least so many records are worth an order of their ids.
  package static let manyRecords = 20_000

  private var screens: [Int: any Screen] = [:]
  private var idOrders: [RecordKind: IDOrder] = [:]

  /// Makes ready what `state` has not shown yet.
  ///
  /// - Parameter manyRecords: kinds of at least so many records get an order of their ids.
  package init(
    _ state: DashboardState, _ workspace: Workspace, manyRecords: Int = Preparation.manyRecords
  ) {
    let scene = state.scene(workspace)
    for place in state.screens.indices where !state.visited.contains(place) {
      var screen = state.screens[place]
      screen.refresh(scene)
      screens[place] = screen
    }
    for table in workspace.tables where table.count >= manyRecords {
      idOrders[table.schema.kind] = IDOrder(table)
    }
  }

  /// Puts in what is still wanted: a screen that was looked at meanwhile stays as it is.
  package func adopt(into state: inout DashboardState, _ workspace: Workspace) {
    state.idOrders = idOrders
    for (place, screen) in screens where !state.visited.contains(place) {
      state.screens[place] = screen
      let scene = state.scene(workspace)
      _ = state.screens[place].perform(.resized(state.size), count: 1, scene)
    }
  }
}
