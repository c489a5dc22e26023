/// Maps what text means to what a terminal shows.
///
/// Whatever the depth, text stays readable on its ground; without colours, attributes stand in.
package struct Theme: Hashable, Sendable {
  /// Which palette.
  package let appearance: Appearance
  /// How many colours.
  package let depth: ColourDepth
  /// Whether the page behind everything has the palette's colour; if not, the terminal's own, which
  /// must suit the appearance.
  package let paintsPage: Bool

  /// A theme.
  package init(
    _ appearance: Appearance = .dark, depth: ColourDepth = .indexed, paintsPage: Bool = false
  ) {
    self.appearance = appearance
    self.depth = depth
    self.paintsPage = paintsPage
  }

  var palette: Palette {
    switch appearance {
    case .dark: .dark
    case .light: .light
    case .highContrast: .highContrast
    }
  }

  /// What a style comes down to.
  package func paint(_ style: Style) -> Paint {
    if depth == .none {
      return Paint(attributes: monochrome(style))
    }
    var attributes = style.attributes
    if style.ink == .match { attributes.insert(.underline) }
    guard let field = palette.field(style.ground) else {
      return page(palette.swatch(style.ink)?.colour(depth) ?? .standard, attributes)
    }
    return Paint(
      foreground: ink(style.ink, on: style.ground, field).colour(depth),
      background: field.fill.colour(depth), attributes: attributes)
  }

  private func page(_ foreground: Colour, _ attributes: Style.Attributes) -> Paint {
    guard paintsPage else { return Paint(foreground: foreground, attributes: attributes) }
    let page = palette.page
    // The terminal's own text would suit its own page alone.
    return Paint(
      foreground: foreground == .standard ? page.text.colour(depth) : foreground,
      background: page.fill.colour(depth), attributes: attributes)
  }

  // On a cell of the ramp only one colour is sure to be read; with few colours, on any ground.
  private func ink(_ ink: Ink, on ground: Ground, _ field: Palette.Field) -> Swatch {
    if case .level = ground { return field.text }
    switch ink {
    case .text, .title: return field.text
    case .dim, .faint, .border: return field.dim
    default: break
    }
    let keepsInks = depth >= .indexed && appearance != .highContrast
    return switch ground {
    case .bar, .selection, .quietSelection, .mark: keepsInks ? own(ink, field) : field.text
    case .overlay: depth >= .indexed ? own(ink, field) : field.text
    default: field.text
    }
  }

  private func own(_ ink: Ink, _ field: Palette.Field) -> Swatch {
    palette.swatch(ink) ?? field.text
  }

  private func monochrome(_ style: Style) -> Style.Attributes {
    var attributes = style.attributes
    switch style.ink {
    case .title, .accent, .danger, .level(.high), .level(.veryHigh): attributes.insert(.bold)
    case .match: attributes.insert(.underline)
    default: break
    }
    switch style.ground {
    case .bar, .selection, .level(.veryHigh): attributes.formSymmetricDifference(.reverse)
    case .alarm:
      attributes.formSymmetricDifference(.reverse)
      attributes.insert(.bold)
    case .tab, .level(.high): attributes.insert(.bold)
    case .quietSelection: attributes.insert(.underline)
    case .plain, .mark, .overlay, .level: break
    }
    return attributes
  }
}
