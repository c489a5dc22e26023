/// Cuts a filter's text into terms.
struct FilterParser {
  private let text: String
  private var rest: Substring
  /// What is missing in the text.
  private(set) var problems: [FilterProblem] = []

  init(_ text: String) {
    self.text = text
    rest = Substring(text)
  }

  mutating func terms() -> [Filter.Term] {
    var result: [Filter.Term] = []
    var joinNext = false
    while let token = nextToken() {
      if token.text == "|", !token.isQuoted {
        if result.isEmpty || joinNext {
          problems.append(.incomplete("|", needs: "a term before it"))
        }
        joinNext = !result.isEmpty
        continue
      }
      if token.text == "-" || token.text.isEmpty && token.isNegated, !token.isQuoted {
        problems.append(.incomplete("-", needs: "a term right behind it"))
      }
      guard let term = Self.term(token) else { continue }
      if joinNext, let last = result.popLast() {
        if case .any(let parts) = last {
          result.append(.any(parts + [term]))
        } else {
          result.append(.any([last, term]))
        }
      } else {
        result.append(term)
      }
      joinNext = false
    }
    if joinNext { problems.append(.incomplete("|", needs: "a term behind it")) }
    if result.isEmpty, problems.isEmpty {
      let wanted = Text.trimmed(text)
      if !wanted.isEmpty {
        problems.append(.incomplete(wanted, needs: "a letter or a digit to look for"))
      }
    }
    return result
  }

  private struct Token {
    var text = ""
    var isQuoted = false
    var isNegated = false
  }

  private mutating func nextToken() -> Token? {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    guard !rest.isEmpty else { return nil }
    var token = Token()
    if rest.first == "|" {
      rest = rest.dropFirst()
      token.text = "|"
      return token
    }
    if rest.first == "-", rest.dropFirst().first.map({ $0 != " " }) ?? false {
      token.isNegated = true
      rest = rest.dropFirst()
    }
    if rest.first == "\"" {
      token.isQuoted = true
      token.text = quoted()
      return token
    }
    while let next = rest.first, next != " ", next != "\t", next != "|" {
      if next == "\"" {
        token.text += quoted()
      } else {
        token.text.append(next)
        rest = rest.dropFirst()
      }
    }
    return token
  }

  private mutating func quoted() -> String {
    rest = rest.dropFirst()
    let inside = rest.prefix { $0 != "\"" }
    if inside.endIndex == rest.endIndex {
      problems.append(.incomplete("\"\(inside)", needs: "its closing quote"))
    }
    rest = rest.dropFirst(inside.count).dropFirst()
    return String(inside)
  }

  private static func term(_ token: Token) -> Filter.Term? {
    guard !token.text.isEmpty else { return nil }
    let term: Filter.Term
    if token.isQuoted {
      term = .phrase(NameFold.fold(token.text))
    } else if let field = field(token.text) {
      term = field
    } else {
      let folded = NameFold.fold(token.text)
      guard !folded.isEmpty else { return nil }
      term = .word(folded)
    }
    return token.isNegated ? .not(term) : term
  }

  private static func field(_ text: String) -> Filter.Term? {
    guard let place = text.firstIndex(where: { ":=<>".contains($0) }), place != text.startIndex
    else { return nil }
    let name = String(text[..<place]).lowercased()
    let tail = text[place...]
    for comparison in Filter.Comparison.allCases where tail.hasPrefix(comparison.rawValue) {
      return .field(name, comparison, String(tail.dropFirst(comparison.rawValue.count)))
    }
    return nil
  }
}
