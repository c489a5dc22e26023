import ConcordCanvas
import ConcordModel

/// Levels as screens show them: colour, glyph and word together.
package enum RiskMark {
  package static func ramp(_ level: Level) -> Ramp { Ramp(rawValue: level.rawValue) ?? .veryLow }

  /// `▅ 71`, in four columns.
  package static func text(_ level: Level?, score: Int?, _ glyphs: GlyphSet) -> [StyledText] {
    guard let level, let score else {
      return [StyledText("   " + String(glyphs.marks.dash), Style(.faint))]
    }
    let ink = Ink.level(ramp(level))
    let digits = String(score)
    let padding = String(repeating: " ", count: max(0, 3 - digits.count))
    return [
      StyledText(String(glyphs.bar(ramp(level))), Style(ink)),
      StyledText(padding + digits, Style(ink).bold),
    ]
  }
}
