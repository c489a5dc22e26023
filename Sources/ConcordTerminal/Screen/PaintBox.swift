import CNcurses
import ConcordCanvas

/// Keeps curses' colour pairs: each is allocated when first needed and then stays.
struct PaintBox {
  /// A style as curses takes it.
  struct Stroke {
    var attributes: attr_t
    var pair: Int32
  }

  private struct Colours: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let theme: Theme
  private let limit: Int32
  private var strokes: [Style: Stroke] = [:]
  private var pairs: [Colours: Int32] = [Colours(foreground: -1, background: -1): 0]

  /// A box for a theme whose depth curses can show.
  init(theme: Theme) {
    self.theme = theme
    limit = theme.depth == .none ? 0 : cp_curses_pairs()
  }

  /// How to draw a style.
  mutating func stroke(_ style: Style) -> Stroke {
    if let stroke = strokes[style] { return stroke }
    let paint = theme.paint(style)
    var attributes: attr_t = 0
    if paint.attributes.contains(.bold) { attributes |= cp_curses_bold() }
    if paint.attributes.contains(.underline) { attributes |= cp_curses_underline() }
    if paint.attributes.contains(.reverse) { attributes |= cp_curses_reverse() }
    let stroke = Stroke(attributes: attributes, pair: pair(of: paint))
    strokes[style] = stroke
    return stroke
  }

  // When the terminal has no pair left, its own colours stand in.
  private mutating func pair(of paint: Paint) -> Int32 {
    let colours = Colours(
      foreground: Self.number(paint.foreground), background: Self.number(paint.background))
    if let pair = pairs[colours] { return pair }
    let pair = Int32(pairs.count)
    guard pair < limit,
      init_extended_pair(pair, colours.foreground, colours.background) == OK
    else { return 0 }
    pairs[colours] = pair
    return pair
  }

  private static func number(_ colour: Colour) -> Int32 {
    switch colour {
    case .standard: -1
    case .indexed(let index): Int32(index)
    case .rgb(let rgb): Int32(rgb)
    }
  }
}
