/// A piece of text in one style; a line of several styles is an array of these.
package struct StyledText: Hashable, Sendable {
  /// The text.
  package var text: String
  /// How it is shown.
  package var style: Style

  /// A text in a style.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
