/// One row that was refused, with its place and its reason, as the rejects file shows it.
package struct RowRefusal: Error, Equatable, Sendable {
  /// The first line of the row, counted from 1.
  package var line: Int
  /// The column at fault, where it is one.
  package var column: String?
  package var reason: Reason
  /// The row as it stands in the file, cut to ``rawLimit`` bytes.
  package var raw: String

  package init(line: Int, column: String? = nil, reason: Reason, raw: String) {
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }

  /// The longest raw row that a refusal carries, in bytes.
  package static let rawLimit = 4_096

  /// What is wrong with the row.
  package enum Reason: Equatable, Sendable {
    /// A NUL byte: the row is damaged, or not text.
    case nulByte
    case unclosedQuote
    /// Text between a closing quote and the next separator.
    case textAfterQuote
    case ragged(cells: Int, columns: Int)
    case cellTooLarge(bytes: Int, limit: Int)
    /// A control or bidi character that a name must not hold.
    case forbiddenCharacter(ForbiddenCharacter)
    /// The column of the JSON line at fault, counted from 1.
    case json(column: Int, message: String)
    case notAnObject
    /// One key twice in an object.
    case duplicateKey
    case tooDeep(limit: Int)
    /// A field that a record cannot do without.
    case missing(field: String)
    /// A value that a field does not take, in the words of the field.
    case invalid(field: String, value: String, expected: String)
    /// The transaction's own check said no.
    case notAccepted(message: String)
  }

  /// One sentence, without the line.
  package var sentence: String { reason.sentence(column: column) }

  /// A raw row cut to ``rawLimit`` bytes, saying how long it was.
  static func cut(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > rawLimit else { return String(decoding: bytes, as: UTF8.self) }
    var end = bytes.startIndex + rawLimit
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    return "\(head)\u{2026} (\(bytes.count) bytes)"
  }
}

extension RowRefusal.Reason {
  func sentence(column: String?) -> String {
    let place = column.map { " in column \u{201C}\($0)\u{201D}" } ?? ""
    switch self {
    case .nulByte: return "a NUL byte\(place)"
    case .unclosedQuote: return "a quote\(place) is opened and never closed"
    case .textAfterQuote: return "text after the closing quote\(place); double the quotes inside"
    case .ragged(let cells, let columns): return "\(cells) cells where the header has \(columns)"
    case .cellTooLarge(let bytes, let limit):
      return "\(bytes) bytes\(place), where a field holds \(limit) at most"
    case .forbiddenCharacter(let character): return "\(character)\(place)"
    case .json(let at, let message): return "broken JSON at column \(at): \(message)"
    case .notAnObject: return "not a JSON object"
    case .duplicateKey: return "a key that stands twice\(place)"
    case .tooDeep(let limit): return "JSON nested deeper than \(limit) levels"
    case .missing(let field): return "no \(field)"
    case .invalid(let field, let value, let expected):
      return "\(field)\(place) cannot be \u{201C}\(value)\u{201D}: \(expected)"
    case .notAccepted(let message): return message
    }
  }
}
