import ConcordCanvas
import ConcordModel

/// The lines of a checkup: titles, and below each what was found, by name.
struct CheckupPage {
  private var output = StandardOutput.output
  private static let indent = 2
  private static let nameWidth = 18
  private static let width = 80

  mutating func title(_ text: String) throws(CommandLineFailure) { try output.line(text) }

  /// A name and what was found of it, in lines that fit a narrow terminal.
  mutating func line(_ name: String, _ text: String) throws(CommandLineFailure) {
    let room = Self.width - Self.indent - Self.nameWidth
    for (number, line) in TextMeasure.wrapped(text, to: room).enumerated() {
      try aligned(number == 0 ? name : "", line)
    }
  }

  /// A name and a text whose blanks count.
  mutating func aligned(_ name: String, _ text: String) throws(CommandLineFailure) {
    let padding = max(1, Self.nameWidth - TextMeasure.columns(of: name))
    try output.line(
      String(repeating: " ", count: Self.indent) + name + String(repeating: " ", count: padding)
        + text)
  }

  /// The same in styles, with the theme's colours where a person reads it.
  mutating func line(
    _ name: String, _ parts: [StyledText], _ theme: Theme, _ glyphs: GlyphSet
  ) throws(CommandLineFailure) {
    var canvas = Canvas(width: Self.width, height: 1, glyphs: glyphs)
    canvas.put(name, x: Self.indent, y: 0)
    canvas.put(parts, x: Self.indent + Self.nameWidth, y: 0)
    if output.isTerminal, theme.depth != .none {
      try output.bytes(canvas.ansi(theme).utf8)
    } else {
      try output.line(canvas.textLines()[0])
    }
  }

  /// A line that stands for itself.
  mutating func plain(_ text: String) throws(CommandLineFailure) { try output.line(text) }

  mutating func flush() throws(CommandLineFailure) { try output.flush() }
}
