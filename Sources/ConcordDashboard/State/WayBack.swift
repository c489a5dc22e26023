import ConcordModel

/// The way back to what lay on top: it led to a record's place, and Esc there comes back to it.
struct WayBack: Sendable {
  /// What lay on top.
  var layer: any Layer
  /// The screen below it.
  let front: Int
  /// Pages that lay on the screen.
  let depth: Int
  /// Where a key on that screen had led from.
  let cameFrom: (front: Int, pages: [PartnerPage])?

  init(_ layer: any Layer, _ state: DashboardState) {
    self.layer = layer
    front = state.front
    depth = state.pages.count
    cameFrom = state.cameFrom
  }

  /// Whether all that it led to was left.
  func isOver(in state: DashboardState) -> Bool {
    state.layer == nil && state.pending == nil && state.cameFrom == nil && state.front == front
      && state.pages.count <= depth
  }
}

extension DashboardState {
  /// The page that a question lies on; nil where its user has gone elsewhere.
  var layerBelow: (any Layer)? {
    guard let way = wayBack, front == way.front, pages.count == way.depth else { return nil }
    return way.layer
  }

  /// Shows again what lay on top, once its user has come back from where it led.
  mutating func comeBack() {
    guard let way = wayBack, way.isOver(in: self) else { return }
    layer = way.layer
    cameFrom = way.cameFrom
    wayBack = nil
  }
}
