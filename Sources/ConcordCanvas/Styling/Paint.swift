/// What a style comes down to on a terminal.
package struct Paint: Hashable, Sendable {
  /// The text's colour.
  package var foreground: Colour
  /// The background's colour.
  package var background: Colour
  /// Bold, underline, reverse.
  package var attributes: Style.Attributes

  /// Paint of these colours and attributes.
  package init(
    foreground: Colour = .standard, background: Colour = .standard,
    attributes: Style.Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
