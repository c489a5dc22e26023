import ConcordCanvas

extension DashboardState {
  /// The key that does `action` here, as messages name it; what has none is reached by the palette.
  func keyName(_ action: Action) -> String {
    if let name = keymap.keyName(action, in: contexts) { return name }
    let palette = keymap.keyName(.palette, in: contexts) ?? ":"
    return palette + (action.name ?? "")
  }

  /// The keys that do `action` here.
  func keys(for action: Action) -> [Key] {
    keymap.rows(in: contexts).filter { $0.action == action }.flatMap(\.keys)
  }
}
