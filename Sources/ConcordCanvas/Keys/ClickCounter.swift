/// Tells a second click from a first one: terminals report presses alone.
package struct ClickCounter: Sendable {
  /// Milliseconds within which a second press counts as one with the first.
  package static let longest = 400

  private var last: (place: Point, button: MouseEvent.Button, milliseconds: Int)?

  package init() {}

  /// The key as it is meant, at a time in milliseconds of any clock.
  package mutating func counted(_ key: Key, at milliseconds: Int) -> Key {
    guard case .mouse(var event) = key, case .press(let button) = event.kind else { return key }
    if let last, last.place == event.position, last.button == button,
      milliseconds - last.milliseconds <= Self.longest
    {
      self.last = nil
      event.kind = .doublePress(button)
      return .mouse(event)
    }
    last = (event.position, button, milliseconds)
    return key
  }
}
