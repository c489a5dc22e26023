/// What a piece of text means, from which the theme chooses its colour.
package enum Ink: Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Secondary text: labels, units, what is not selected.
  case dim
  /// Fainter than dim: dots for nothing, grid lines, disabled things.
  case faint
  /// Headings and names that stand out.
  case title
  /// Keys in the hint line, links, what invites an action.
  case accent
  /// The border of a pane.
  case border
  /// The border of the pane that has the focus.
  case focusBorder
  /// Something will need attention.
  case warning
  /// Something failed, is overdue, or destroys.
  case danger
  /// Something is done, saved or in order.
  case success
  /// News since the reader last looked.
  case news
  /// A match of a search.
  case match
  /// A level of the ramp.
  case level(Ramp)

  /// Every ink, for tables and tests.
  package static var allCases: [Ink] {
    [
      .text, .dim, .faint, .title, .accent, .border, .focusBorder, .warning, .danger, .success,
      .news, .match,
    ] + Ramp.allCases.map(Ink.level)
  }
}
