/// Which of the palettes a theme takes its colours from.
package enum Appearance: String, CaseIterable, Hashable, Sendable {
  /// For a dark background.
  case dark
  /// For a light background.
  case light
  /// Text and background as far apart as they go, on a dark background.
  case highContrast = "high-contrast"

  /// The appearance that suits a terminal which tells its colours in `COLORFGBG`, as in `15;0`;
  /// dark when it does not.
  package init(environment: [String: String]) {
    let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    // 7 and the bright colours from 9 on are light backgrounds; 8 is dark grey.
    self = background.map { $0 == 7 || (9...15).contains($0) } == true ? .light : .dark
  }

  /// The appearance that suits a page of this colour, in 24 bits.
  package init(page: UInt32) {
    let shares = [page >> 16, page >> 8, page].map { Double($0 & 255) / 255 }
    // Relative luminance, with the square for sRGB's curve: black text reads better than white above.
    let luminance = zip(shares, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    self = luminance > 0.2 ? .light : .dark
  }

  /// Whether the environment tells of the terminal's own page.
  package static func isTold(_ environment: [String: String]) -> Bool {
    !(environment["COLORFGBG"] ?? "").isEmpty
  }
}
