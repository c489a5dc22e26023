/// Levels as people type them.
package enum LevelName {
  /// The level of `very-high`, `vh`, `High` and the like.
  package static func level(_ text: String) -> Level? {
    switch text.lowercased().filter({ $0 != "-" && $0 != "." && $0 != " " }) {
    case "verylow", "vl", "vlow": .veryLow
    case "low", "l": .low
    case "moderate", "m", "mod", "medium": .moderate
    case "high", "h": .high
    case "veryhigh", "vh", "vhigh": .veryHigh
    default: nil
    }
  }
}
