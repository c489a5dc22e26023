import ConcordModel

/// Why there is no dashboard.
public enum DashboardError: Error, Hashable, Sendable {
  /// The terminal cannot show it: a sentence.
  case terminal(String)
  /// No such screen.
  case unknownScreen(String, known: [String])
  /// No such theme.
  case unknownTheme(String, known: [String])

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .terminal(let sentence): sentence
    case .unknownScreen(let name, let known):
      "there is no screen “\(Text.visible(name))”; screens are \(known.joined(separator: ", "))"
    case .unknownTheme(let name, let known):
      "there is no theme “\(Text.visible(name))”; themes are \(known.joined(separator: ", "))"
    }
  }
}
