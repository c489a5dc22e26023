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

  /// Whether whatever passes this filter passes `other` too, as the letters alone tell: it has more
  /// terms, or a longer last word.
  package func narrows(_ other: Filter) -> Bool {
    guard !other.terms.isEmpty, terms.count >= other.terms.count else { return false }
    let shared = other.terms.count - 1
    guard terms.prefix(shared) == other.terms.prefix(shared) else { return false }
    let (own, last) = (terms[shared], other.terms[shared])
    if own == last { return true }
    guard terms.count == other.terms.count, case .word(let long) = own,
      case .word(let short) = last, long.hasPrefix(short)
    else { return false }
    // From three letters on a name may hold them scattered: one that has not the first two together.
    return short.utf8.count >= FuzzyPattern.fewestScattered
      || long.utf8.count < FuzzyPattern.fewestScattered
  }

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
