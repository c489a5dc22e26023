/// What is wrong with a filter: it is shown while typing, and everything else of it still works.
public enum FilterProblem: Error, Hashable, Sendable {
  /// No such field; the nearest name there is.
  case unknownField(String, nearest: String?)
  /// A part that is not whole, as it stands there, and what it needs.
  case incomplete(String, needs: String)
  /// A value that the field cannot have.
  case value(field: String, value: String, expected: String)

  /// The sentence for people.
  public var sentence: String {
    switch self {
    case .unknownField(let name, let nearest):
      "no field “\(Text.visible(name))”" + (nearest.map { ": do you mean \($0)?" } ?? "")
    case .incomplete(let part, let needs):
      "\(Text.visible(part)) needs \(needs)"
    case .value(let field, let value, let expected):
      "\(field): “\(Text.visible(value))” is not \(expected)"
    }
  }
}
