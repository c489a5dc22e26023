/// How many colours a terminal shows.
package enum ColourDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none, eight, sixteen, indexed, trueColour

  /// Depths compare by their number of colours.
  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The depth of a terminal that claims `count` colours.
  package init(count: Int) {
    switch count {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case ..<0x100_0000: self = .indexed
    default: self = .trueColour
    }
  }

  /// The depth to use: none when `NO_COLOR` is set and not empty (no-color.org), else what the
  /// terminal claims.
  package init(count: Int, environment: [String: String]) {
    let refuses = !(environment["NO_COLOR"] ?? "").isEmpty
    self = refuses ? .none : ColourDepth(count: count)
  }
}
