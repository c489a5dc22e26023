import ConcordCanvas
import ConcordModel

extension Dashboard {
  /// The mouse off, so that the terminal selects text with it, or on again.
  static func toggleMouse(_ state: inout DashboardState) -> [Effect] {
    state.usesMouse.toggle()
    state.message = Message(
      .plain,
      state.usesMouse
        ? "the mouse clicks and scrolls here again"
        : "the mouse selects text now, as the terminal has it")
    return [.useMouse(state.usesMouse)]
  }

  /// The wheel moves the selection; a click selects what it hits, a second one opens it.
  static func mouse(
    _ event: MouseEvent, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    switch event.kind {
    case .wheelUp: return toScreen(.move(.up), 3, &state, workspace)
    case .wheelDown: return toScreen(.move(.down), 3, &state, workspace)
    case .press(.left), .doublePress(.left):
      if event.position.y == 0 {
        guard let place = TopLine(state).place(at: event.position.x) else { return [] }
        return update(.screen(place), &state, workspace)
      }
      guard let target = Frame.canvas(state, workspace).target(at: event.position) else {
        return []
      }
      let scene = state.scene(workspace)
      if state.pages.isEmpty {
        state.screens[state.front].select(pane: target.pane, line: target.line, scene)
      } else {
        state.pages[state.pages.count - 1].select(pane: target.pane, line: target.line, scene)
      }
      guard case .doublePress = event.kind, target.line != nil else { return [] }
      return update(.open, &state, workspace)
    default: return []
    }
  }

  /// The line of the layer on top that a click hits; nil where it hits none.
  static func layerLine(
    _ key: Key, _ state: DashboardState, _ workspace: Workspace
  ) -> Int? {
    guard case .mouse(let event) = key else { return nil }
    switch event.kind {
    case .press(.left), .doublePress(.left): break
    default: return nil
    }
    guard let target = Frame.canvas(state, workspace).target(at: event.position),
      target.pane == Target.layer
    else { return nil }
    return target.line
  }
}
