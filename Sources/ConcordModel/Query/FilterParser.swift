/// Cuts a filter's text into terms.
struct FilterParser {
  private var rest: Substring

  init(_ text: String) { rest = Substring(text) }

  mutating func terms() -> [Filter.Term] {
    var result: [Filter.Term] = []
    var joinNext = false
    while let token = nextToken() {
      if token.text == "|", !token.isQuoted {
        joinNext = !result.isEmpty
        continue
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
