/// What a background means, from which the theme chooses its colour.
package enum Ground: Hashable, Sendable {
  /// The terminal's own background.
  case plain
  /// The top bar and the hint line.
  case bar
  /// The chosen tab in the top bar.
  case tab
  /// The selected row of the focused pane.
  case selection
  /// The selected row of a pane without the focus.
  case quietSelection
  /// A row that is marked.
  case mark
  /// A prompt, a picker or a preview on top of a screen.
  case overlay
  /// A message that must not be missed, as before something destroys.
  case alarm
  /// A cell of a heatmap.
  case level(Ramp)

  /// Every ground, for tables and tests.
  package static var allCases: [Ground] {
    [.plain, .bar, .tab, .selection, .quietSelection, .mark, .overlay, .alarm]
      + Ramp.allCases.map(Ground.level)
  }
}
