/// A filter as people type it: words that match names, `field:value`, comparisons, `-` for not, `|`
/// between two terms for or, `"a phrase"`.
public struct Filter: Hashable, Sendable {
  /// One part of a filter.
  public indirect enum Term: Hashable, Sendable {
    /// A word that a name matches fuzzily, folded.
    case word(String)
    /// A phrase that a name holds as it stands, folded.
    case phrase(String)
    /// A field against a value.
    case field(String, Comparison, String)
    /// None of it.
    case not(Term)
    /// At least one.
    case any([Term])
  }

  /// How a field is compared.
  public enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case has = ":"
    case equals = "="
  }

  /// What was typed.
  public let text: String
  /// All of these must hold.
  public let terms: [Term]
  /// What is missing in it, whatever it is a filter of.
  public let problems: [FilterProblem]

  /// Reads a filter; it always can: what is half typed counts as words, or holds nothing back.
  public init(_ text: String) {
    self.text = text
    var parser = FilterParser(text)
    terms = parser.terms()
    problems = parser.problems
  }

  /// Everything.
  public static let all = Filter("")

  /// Whether it holds back anything.
  public var isEmpty: Bool { terms.isEmpty }

  /// The words and phrases, for ranking and for marking what matched.
  public var words: [String] {
    terms.compactMap { term in
      switch term {
      case .word(let word), .phrase(let word): word
      default: nil
      }
    }
  }
}
