/// A box that was drawn, as a canvas remembers it: what is read aloud goes pane by pane.
package struct CanvasPane: Hashable, Sendable {
  /// The box with its border.
  package let area: Rect
  package let title: String
  package let trailing: String
  package let isFocused: Bool

  /// The area inside the border.
  package var inside: Rect { area.inset(by: 1) }
}
