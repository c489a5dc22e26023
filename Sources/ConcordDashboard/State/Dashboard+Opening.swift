import ConcordCanvas

extension Dashboard {
  /// A key while the store is being opened: there is nothing yet that it could mean, but for leaving.
  package static func keyWhileOpening(_ key: Key, _ state: inout DashboardState) -> [Effect] {
    switch key {
    case .character("Q"), .character("q"): return [.quit]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .focus, .mouse: return []
    case .paste:
      state.message = Message(.plain, "pasted text is taken once the store is open; Q leaves")
    default:
      let name = key.name ?? "that key"
      state.message = Message(.plain, "\(name) counts once the store is open; Q leaves")
    }
    return []
  }
}
