import ConcordModel

/// A cell that holds the elements of a set: written by exports, read by imports.
///
/// Elements are divided at semicolons, bars and line breaks, and at the signs that those of a field
/// cannot hold: at commas in tags, not in aliases (`Deltawave Analytics, Inc.`). An element that
/// holds a dividing sign of its field stands in quotes, with its own quotes doubled.
package enum ListCell {
  private static let quote: Character = "\""

  /// The signs, besides those of every field, that divide the elements of a field.
  static func separators(of field: Field) -> Set<Character> {
    if field.name == "domains" { return [",", " "] }
    if case .choices = field.type { return [","] }
    return field.name == "tags" || field.name == "identifiers" ? [","] : []
  }

  private static func divides(_ character: Character, _ more: Set<Character>) -> Bool {
    character == ";" || character == "|" || character.isNewline || more.contains(character)
  }

  // MARK: Writing

  /// The elements of a field in one cell: with commas where the field is read at commas, else with
  /// semicolons.
  package static func text(_ elements: [String], of field: Field) -> String {
    let separators = separators(of: field)
    return elements.map { written($0, separators) }
      .joined(separator: separators.contains(",") ? "," : "; ")
  }

  private static func written(_ element: String, _ separators: Set<Character>) -> String {
    guard element.first == quote || element.contains(where: { divides($0, separators) }) else {
      return element
    }
    return "\""
      + element.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  // MARK: Reading

  /// The elements of a cell of a field. A list of JSON holds them as they are.
  static func parts(_ cell: SourceCell, of field: Field) -> [String] {
    switch cell {
    case .absent: []
    case .text(let text): parts(text, alsoAt: separators(of: field))
    case .list(let texts): texts
    }
  }

  /// The elements of a text, divided at `more` signs too.
  static func parts(_ cell: String, alsoAt more: Set<Character> = []) -> [String] {
    let isOne = cell.utf8.allSatisfy { byte in
      byte > 0x22
        ? byte != 0x3B && byte != 0x7C && byte != 0x2C
        : byte == 0x21 || byte == 0x20 && more.isEmpty
    }
    if isOne { return cell.isEmpty ? [] : [cell] }
    var parts: [String] = []
    var rest = cell[...]
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace || divides($0, more) }
      if let (element, end) = quoted(rest, more) {
        parts.append(element)
        rest = rest[end...]
      } else {
        let end = rest.firstIndex { divides($0, more) } ?? rest.endIndex
        parts.append(Text.trimmed(rest[..<end]))
        rest = rest[end...]
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// The element in quotes at the beginning of a text, and where it ends; nil where the quotes are
  /// part of a name (`"Tern" Systems`).
  private static func quoted(
    _ text: Substring, _ more: Set<Character>
  ) -> (element: String, end: String.Index)? {
    guard text.first == quote else { return nil }
    var element = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      guard character == quote else {
        element.append(character)
        continue
      }
      if rest.first == quote {
        element.append(quote)
        rest = rest.dropFirst()
        continue
      }
      let end = rest.firstIndex { !$0.isWhitespace || divides($0, more) } ?? rest.endIndex
      guard end == rest.endIndex || divides(rest[end], more) else { return nil }
      return (Text.trimmed(element), end)
    }
    return nil
  }
}
