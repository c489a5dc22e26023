/// How a cell is shown: what its text and its background mean, and its attributes.
package struct Style: Hashable, Sendable {
  /// Attributes every terminal knows, or can leave out without loss.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8

    /// Attributes of these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier or brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Underlined.
    package static let underline = Attributes(rawValue: 2)
    /// Text and background exchanged.
    package static let reverse = Attributes(rawValue: 4)
  }

  /// What the text means.
  package var ink: Ink
  /// What the background means.
  package var ground: Ground
  /// Bold, underline, reverse.
  package var attributes: Attributes

  /// A style of an ink on a ground.
  package init(_ ink: Ink = .text, on ground: Ground = .plain, _ attributes: Attributes = []) {
    self.ink = ink
    self.ground = ground
    self.attributes = attributes
  }

  /// Ordinary text on the terminal's own background.
  package static let plain = Style()

  /// A cell of a heatmap: readable text on the level's background.
  package static func level(_ ramp: Ramp, _ attributes: Attributes = []) -> Style {
    Style(.text, on: .level(ramp), attributes)
  }

  /// The same style on another ground.
  package func on(_ ground: Ground) -> Style { Style(ink, on: ground, attributes) }

  /// The same style in another ink.
  package func ink(_ ink: Ink) -> Style { Style(ink, on: ground, attributes) }

  /// The same style in bold.
  package var bold: Style { Style(ink, on: ground, attributes.union(.bold)) }

  /// The same style, underlined.
  package var underline: Style { Style(ink, on: ground, attributes.union(.underline)) }

  /// The same style with text and background exchanged.
  package var reverse: Style { Style(ink, on: ground, attributes.union(.reverse)) }
}
