/// The signs the dashboard draws with, each one column wide.
///
/// In a locale that is not UTF-8 the `ascii` set stands in, sign for sign.
package struct GlyphSet: Hashable, Sendable {
  /// Whether every sign, and all text, is drawn in ASCII.
  package let isASCII: Bool
  /// The lines of boxes and grids.
  package let lines: Lines
  /// The signs before rows and states.
  package let marks: Marks
  /// A bar that grows by the level, lowest first; five signs.
  package let bars: [Character]
  /// Shades that thicken by the level, lowest first; five signs.
  package let shades: [Character]
  /// Partial bars from empty to full, for sparklines; at least two signs.
  package let eighths: [Character]

  /// The lines of boxes and grids.
  package struct Lines: Hashable, Sendable {
    /// Straight lines.
    package let horizontal, vertical: Character
    /// Corners of a box.
    package let topLeft, topRight, bottomLeft, bottomRight: Character
    /// Where a line meets a box from inside at the side named, and where two lines cross.
    package let teeLeft, teeRight, teeTop, teeBottom, cross: Character
  }

  /// The signs before rows and states.
  package struct Marks: Hashable, Sendable {
    /// Ends a text that was cut off.
    package let ellipsis: Character
    /// The selected row.
    package let selected: Character
    /// A marked row.
    package let marked: Character
    /// New since its user last looked.
    package let new: Character
    /// Changed since its user last looked.
    package let changed: Character
    /// Inherent risk; a filled dot.
    package let inherent: Character
    /// Residual risk; a hollow dot.
    package let residual: Character
    /// Target risk; a diamond.
    package let target: Character
    /// A flag.
    package let flag: Character
    /// Done, passed, saved.
    package let done: Character
    /// Failed, overdue.
    package let failed: Character
    /// Soon due.
    package let warning: Character
    /// Nothing, or not yet.
    package let nothing: Character
    /// Descending, falling.
    package let down: Character
    /// Ascending, rising, escalated.
    package let up: Character
    /// Leads to, forward.
    package let right: Character
    /// Back.
    package let left: Character
    /// The Enter key.
    package let enter: Character
    /// The space key.
    package let space: Character
    /// Between two things on one line.
    package let separator: Character
    /// No value.
    package let dash: Character
    /// The done part of a progress bar.
    package let progressDone: Character
    /// The part of a progress bar still to do.
    package let progressLeft: Character
  }

  /// The bar of a level.
  package func bar(_ ramp: Ramp) -> Character { bars[ramp.rawValue] }

  /// The shade of a level.
  package func shade(_ ramp: Ramp) -> Character { shades[ramp.rawValue] }

  /// The partial bar for a share of a whole, 0…1; anything else counts as the nearer end.
  package func eighth(_ share: Double) -> Character {
    let share = share.isNaN ? 0 : min(1, max(0, share))
    return eighths[Int(share * Double(eighths.count - 1) + 0.5)]
  }
}

extension GlyphSet {
  /// Unicode line drawing and signs; no emoji, nothing of ambiguous meaning.
  package static let unicode = GlyphSet(
    isASCII: false,
    lines: Lines(
      horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
      bottomRight: "┘", teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼"),
    marks: Marks(
      ellipsis: "…", selected: "▸", marked: "◆", new: "✦", changed: "•", inherent: "●",
      residual: "○", target: "◇",
      flag: "⚑", done: "✓", failed: "✗", warning: "!", nothing: "·", down: "▼", up: "▲",
      right: "→", left: "←", enter: "↵", space: "␣", separator: "·", dash: "–",
      progressDone: "▓", progressLeft: "░"),
    bars: ["▁", "▃", "▅", "▇", "█"],
    shades: [" ", "░", "▒", "▓", "█"],
    eighths: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// ASCII alone.
  package static let ascii = GlyphSet(
    isASCII: true,
    lines: Lines(
      horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
      bottomRight: "+", teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+"),
    marks: Marks(
      ellipsis: "~", selected: ">", marked: "*", new: "+", changed: "~", inherent: "@",
      residual: "o", target: "+",
      flag: "F", done: "v", failed: "x", warning: "!", nothing: ".", down: "v", up: "^",
      right: ">", left: "<", enter: "&", space: "_", separator: "-", dash: "-",
      progressDone: "#", progressLeft: "."),
    bars: ["1", "2", "3", "4", "5"],
    shades: [" ", ".", ":", "+", "#"],
    eighths: [" ", ".", ":", "-", "=", "+", "*", "%", "#"])
}
