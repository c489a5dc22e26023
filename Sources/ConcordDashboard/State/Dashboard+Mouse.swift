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
}
