import ConcordModel

/// What is wrong with a key that a configuration file gives a meaning.
package enum BindingProblem: Error, Hashable, Sendable {
  /// No such place of keys; the nearest name there is.
  case unknownContext(String, nearest: String?)
  /// No such key; the nearest name there is.
  case unknownKey(String, nearest: String?)
  /// No such action; the nearest name there is.
  case unknownAction(String, nearest: String?)
  /// A digit: digits are screens and counts.
  case screensKey(String)
  /// A key that means the same everywhere.
  case fixedKey(String)
  /// A key that has a meaning in the same place already.
  case takenAlready(String, context: KeyContext)

  /// What it is and what may be meant.
  package var sentence: String {
    switch self {
    case .unknownContext(let name, let nearest):
      "no place of keys is called “\(Text.visible(name))”"
        + Self.guess(
          nearest, or: "places are " + KeyContext.allCases.map(\.rawValue).joined(separator: ", "))
    case .unknownKey(let name, let nearest):
      "no key is called “\(Text.visible(name))”"
        + Self.guess(nearest, or: "names are such as M, ^T, M-x, S-Up, F5, Enter")
    case .unknownAction(let name, let nearest):
      "no action is called “\(Text.visible(name))”"
        + Self.guess(nearest, or: "concord keys lists their names")
    case .screensKey(let digit):
      "\(digit) cannot be taken: digits are the screens and counts"
    case .fixedKey(let name):
      "\(name) cannot be taken: ^C, ^L and ^Z mean the same everywhere"
    case .takenAlready(let name, let context):
      "\(name) stands twice in “\(context.rawValue)”; the first one holds"
    }
  }

  private static func guess(_ nearest: String?, or else: String) -> String {
    nearest.map { ": do you mean \($0)?" } ?? "; " + `else`
  }
}
