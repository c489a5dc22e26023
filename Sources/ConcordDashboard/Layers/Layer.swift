import ConcordCanvas

/// Something on top of a screen that takes all keys while it is there: a prompt, a list to choose
/// from, help.
package protocol Layer: Sendable {
  /// Takes a key.
  mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse

  /// Takes a click on one of the lines that it drew as a target.
  mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse

  /// The workspace or the day changed.
  mutating func refresh(_ scene: Scene)

  /// What it needs from outside to show itself; asked after every action, and said once.
  mutating func wants() -> Effect?

  /// What is read aloud, from what was drawn.
  func linear(_ panes: [LinearPane]) -> [LinearPane]

  /// Draws on top of what is there.
  func draw(into canvas: inout Canvas, _ scene: Scene)
}

extension Layer {
  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse { .stay }
  package mutating func refresh(_ scene: Scene) {}
  package mutating func wants() -> Effect? { nil }
  package func linear(_ panes: [LinearPane]) -> [LinearPane] { panes }
}

/// What a layer did with a key.
package enum LayerResponse: Hashable, Sendable {
  case stay
  case close
  /// Ends the layer; then this.
  case closeThen(Action)
  /// The layer stays; now this.
  case stayThen(Action)
}
