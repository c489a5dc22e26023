/// The colours of one appearance.
struct Palette: Hashable, Sendable {
  /// A background and what can be read on it.
  struct Field: Hashable, Sendable {
    /// The background.
    let fill: Swatch
    /// Text on it.
    let text: Swatch
    /// Secondary text on it.
    let dim: Swatch
  }

  /// The page behind everything, in pictures and where a theme paints it; else a terminal keeps its
  /// own.
  let page: Field
  let faint, accent, border, focusBorder: Swatch
  let warning, danger, success, news, match, title: Swatch
  let bar, tab, selection, quietSelection, mark, overlay, alarm: Field
  /// Text of each level of the ramp.
  let levelInks: [Swatch]
  /// A cell of each level of the ramp, and the text that reads best on it.
  let levelFields: [Field]

  /// The background of a ground; nil for the terminal's own.
  func field(_ ground: Ground) -> Field? {
    switch ground {
    case .plain: nil
    case .bar: bar
    case .tab: tab
    case .selection: selection
    case .quietSelection: quietSelection
    case .mark: mark
    case .overlay: overlay
    case .alarm: alarm
    case .level(let ramp): levelFields[ramp.rawValue]
    }
  }

  /// The colour of an ink on the terminal's own background; nil for the terminal's own text.
  func swatch(_ ink: Ink) -> Swatch? {
    switch ink {
    case .text: nil
    case .dim: page.dim
    case .faint: faint
    case .title: title
    case .accent: accent
    case .border: border
    case .focusBorder: focusBorder
    case .warning: warning
    case .danger: danger
    case .success: success
    case .news: news
    case .match: match
    case .level(let ramp): levelInks[ramp.rawValue]
    }
  }
}

// Each swatch gives 24 bits, the number among 256 colours, among 16, among 8. The ramps were chosen
// in Oklab: neighbouring cells lie at least 0.1 apart (black to white is 1), 0.08 for deuteranopes,
// and text on them reaches a contrast of 4.5:1.
extension Palette {
  /// For a dark background.
  static let dark = Palette(
    page: Field(
      fill: Swatch(0x101418, 233, 0, 0), text: Swatch(0xD0D0D0, 252, 7, 7),
      dim: Swatch(0x8A8A8A, 245, 8, nil)),
    faint: Swatch(0x6C6C6C, 242, 8, nil),
    accent: Swatch(0x5FAFFF, 75, 12, 6),
    border: Swatch(0x585858, 240, 8, nil),
    focusBorder: Swatch(0x5FAFFF, 75, 12, 6),
    warning: Swatch(0xFFD75F, 221, 11, 3),
    danger: Swatch(0xFF5F87, 204, 9, 1),
    success: Swatch(0x5FD7AF, 79, 10, 2),
    news: Swatch(0xAF87FF, 141, 13, 5),
    match: Swatch(0xFFAF5F, 215, 11, 3),
    title: Swatch(0xFFFFFF, 231, 15, nil),
    bar: Field(
      fill: Swatch(0x303030, 236, 8, 7), text: Swatch(0xBCBCBC, 250, 15, 0),
      dim: Swatch(0x9E9E9E, 247, 7, 0)),
    tab: Field(
      fill: Swatch(0x005FAF, 25, 4, 4), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xD0D0D0, 252, 7, 7)),
    selection: Field(
      fill: Swatch(0x005F87, 24, 4, 4), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xD0D0D0, 252, 7, 7)),
    quietSelection: Field(
      fill: Swatch(0x303030, 236, 8, 7), text: Swatch(0xD0D0D0, 252, 15, 0),
      dim: Swatch(0x9E9E9E, 247, 7, 0)),
    mark: Field(
      fill: Swatch(0x5F005F, 53, 5, 5), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xBCBCBC, 250, 7, 7)),
    overlay: Field(
      fill: Swatch(0x1C1C1C, 234, 0, 0), text: Swatch(0xD0D0D0, 252, 7, 7),
      dim: Swatch(0x8A8A8A, 245, 7, 7)),
    alarm: Field(
      fill: Swatch(0xAF005F, 125, 1, 1), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xFFD7FF, 225, 15, 7)),
    levelInks: [
      Swatch(0x9E9E9E, 247, 7, nil), Swatch(0x5FAFD7, 74, 12, 6), Swatch(0xFFD75F, 221, 11, 3),
      Swatch(0xFF8700, 208, 9, 1), Swatch(0xFF5F87, 204, 13, 5),
    ],
    levelFields: [
      cell(0x303030, 236, 8, 0, white), cell(0x005F87, 24, 4, 4, white),
      cell(0xAF8700, 136, 3, 3, black), cell(0xFF8700, 208, 9, 1, black),
      cell(0xFF5F87, 204, 13, 5, black),
    ])

  /// For a light background.
  static let light = Palette(
    page: Field(
      fill: Swatch(0xFCFCFC, 231, 15, 7), text: Swatch(0x262626, 235, 0, 0),
      dim: Swatch(0x626262, 241, 8, nil)),
    faint: Swatch(0x8A8A8A, 245, 8, nil),
    accent: Swatch(0x005FAF, 25, 4, 4),
    border: Swatch(0xA8A8A8, 248, 8, nil),
    focusBorder: Swatch(0x005FAF, 25, 4, 4),
    warning: Swatch(0x875F00, 94, nil, nil),
    danger: Swatch(0xAF005F, 125, 1, 1),
    success: Swatch(0x005F5F, 23, nil, nil),
    news: Swatch(0x5F00AF, 55, 5, 5),
    match: Swatch(0xAF5F00, 130, 5, 5),
    title: Swatch(0x000000, 16, 0, nil),
    bar: Field(
      fill: Swatch(0xE4E4E4, 254, 7, 0), text: Swatch(0x303030, 236, 0, 7),
      dim: Swatch(0x585858, 240, 0, 7)),
    tab: Field(
      fill: Swatch(0x005FAF, 25, 4, 4), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xE4E4E4, 254, 15, 7)),
    selection: Field(
      fill: Swatch(0xAFD7FF, 153, 6, 4), text: Swatch(0x000000, 16, 0, 7),
      dim: Swatch(0x444444, 238, 0, 7)),
    quietSelection: Field(
      fill: Swatch(0xE4E4E4, 254, 7, 6), text: Swatch(0x262626, 235, 0, 0),
      dim: Swatch(0x585858, 240, 0, 0)),
    mark: Field(
      fill: Swatch(0xFFD7FF, 225, 5, 5), text: Swatch(0x000000, 16, 15, 7),
      dim: Swatch(0x444444, 238, 15, 7)),
    overlay: Field(
      fill: Swatch(0xEEEEEE, 255, 7, 7), text: Swatch(0x262626, 235, 0, 0),
      dim: Swatch(0x626262, 241, 0, 0)),
    alarm: Field(
      fill: Swatch(0xAF005F, 125, 1, 1), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xFFD7FF, 225, 15, 7)),
    levelInks: [
      Swatch(0x6C6C6C, 242, 8, nil), Swatch(0x005F87, 24, 4, 4), Swatch(0x875F00, 94, nil, nil),
      Swatch(0xAF3F00, 130, 1, 1), Swatch(0xAF005F, 125, 5, 5),
    ],
    levelFields: [
      cell(0xE4E4E4, 254, 7, 7, black), cell(0x87D7FF, 117, 12, 6, black),
      cell(0xFFD75F, 221, 11, 3, black), cell(0xFF8700, 208, 9, 1, black),
      cell(0xAF005F, 125, 5, 5, white),
    ])

  /// Text and background as far apart as they go, on a dark background.
  static let highContrast = Palette(
    page: Field(
      fill: Swatch(0x000000, 16, 0, 0), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xD0D0D0, 252, 7, nil)),
    faint: Swatch(0xA8A8A8, 248, 7, nil),
    accent: Swatch(0x5FD7FF, 81, 14, 6),
    border: Swatch(0xD0D0D0, 252, 7, nil),
    focusBorder: Swatch(0xFFFF00, 226, 11, 3),
    warning: Swatch(0xFFFF00, 226, 11, 3),
    danger: Swatch(0xFF87AF, 211, 9, 1),
    success: Swatch(0x5FFFAF, 85, 10, 2),
    news: Swatch(0xD7AFFF, 183, 13, 5),
    match: Swatch(0xFFFF00, 226, 11, 3),
    title: Swatch(0xFFFFFF, 231, 15, nil),
    bar: Field(
      fill: Swatch(0xFFFFFF, 231, 15, 7), text: Swatch(0x000000, 16, 0, 0),
      dim: Swatch(0x000000, 16, 0, 0)),
    tab: Field(
      fill: Swatch(0x0000AF, 19, 4, 4), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xFFFFFF, 231, 15, 7)),
    selection: Field(
      fill: Swatch(0xFFFF00, 226, 11, 3), text: Swatch(0x000000, 16, 0, 0),
      dim: Swatch(0x000000, 16, 0, 0)),
    quietSelection: Field(
      fill: Swatch(0xD0D0D0, 252, 7, 7), text: Swatch(0x000000, 16, 0, 0),
      dim: Swatch(0x000000, 16, 0, 0)),
    mark: Field(
      fill: Swatch(0x87005F, 89, 5, 5), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xFFFFFF, 231, 15, 7)),
    overlay: Field(
      fill: Swatch(0x000000, 16, 0, 0), text: Swatch(0xFFFFFF, 231, 15, 7),
      dim: Swatch(0xD0D0D0, 252, 7, 7)),
    alarm: Field(
      fill: Swatch(0xFF5F5F, 203, 9, 1), text: Swatch(0x000000, 16, 0, 7),
      dim: Swatch(0x000000, 16, 0, 7)),
    levelInks: [
      Swatch(0xD0D0D0, 252, 7, nil), Swatch(0x5FD7FF, 81, 14, 6), Swatch(0xFFFF00, 226, 11, 3),
      Swatch(0xFFAF00, 214, 9, 1), Swatch(0xFF87FF, 213, 13, 5),
    ],
    levelFields: [
      cell(0x303030, 236, 0, 0, white), cell(0x005FAF, 25, 4, 4, white),
      cell(0xFFFF00, 226, 11, 3, black), cell(0xFF8700, 208, 9, 1, black),
      cell(0xFF87FF, 213, 13, 5, black),
    ])

  private static let white = Swatch(0xFFFFFF, 231, 15, 7)
  private static let black = Swatch(0x000000, 16, 0, 0)

  private static func cell(
    _ rgb: UInt32, _ indexed: UInt8, _ sixteen: UInt8, _ eight: UInt8, _ text: Swatch
  ) -> Field {
    Field(fill: Swatch(rgb, indexed, sixteen, eight), text: text, dim: text)
  }
}
