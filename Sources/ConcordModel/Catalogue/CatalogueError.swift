import ConcordJSON

/// Why a catalogue or a policy cannot be used, and where.
///
/// The data is for programs; `description` is the one place that makes the sentence for people.
package struct CatalogueError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Reason: Sendable, Equatable {
    /// It is not JSON.
    case json(JSONError.Reason)
    /// A field that must stand here does not.
    case missing
    /// A field that nothing reads: most often a slip of the pen.
    case unknownField(known: [String])
    /// A value of another kind.
    case wrongKind(expected: String)
    /// A whole number outside its range.
    case outOfRange(Int64, ClosedRange<Int>)
    /// A text that is none of the keys that may stand here.
    case unknownKey(String, known: [String])
    /// A key that stands in an earlier row already.
    case twice(String)
    /// A key that is neither lower-case words joined by hyphens nor a code of two capitals.
    case malformedKey(String)
    /// A text without a letter.
    case empty
    /// A text too long for the column that it is meant for.
    case tooLong(String, limit: Int)
    /// The keys of this catalogue are fixed: the logic stands on them.
    case fixedKeys([String])
    /// A list of the wrong length.
    case count(found: Int, expected: Int)
    /// More entries than a column of one byte can tell apart.
    case tooMany(limit: Int)
    /// A band of scores that leaves a gap or overlaps: where it has to begin or end.
    case band(mustBe: Int)
    /// A file of a format that this version does not know.
    case format(Int64)
    /// A file that was expected and is not there.
    case noFile
  }

  /// The file, as its reader named it.
  package let file: String
  /// Where in the file; nil where the file is missing.
  package let position: TextPosition?
  /// The field, where it is about one.
  package let field: String?
  /// What is wrong.
  package let reason: Reason

  package init(file: String, position: TextPosition?, field: String? = nil, reason: Reason) {
    self.file = file
    self.position = position
    self.field = field
    self.reason = reason
  }

  package init(file: String, json error: JSONError) {
    self.init(file: file, position: error.position, reason: .json(error.reason))
  }
}

extension CatalogueError: CustomStringConvertible {
  /// The whole sentence: file, line, column, field, what is wrong and what would be right.
  package var description: String {
    var place = file
    if let position { place += ", line \(position.line), column \(position.column)" }
    if let field { place += ", \"\(field)\"" }
    return "\(place): \(reason.sentence)"
  }
}

extension CatalogueError.Reason {
  /// What is wrong and what would be right, without the place.
  package var sentence: String {
    switch self {
    case .json(let reason): reason.sentence
    case .missing: "this field is missing; add it"
    case .unknownField(let known):
      "no such field; this row may hold \(known.joined(separator: ", "))"
    case .wrongKind(let expected): "this has to be \(expected)"
    case .outOfRange(let value, let range):
      "\(value) is out of range; write \(range.lowerBound) to \(range.upperBound)"
    case .unknownKey(let key, let known):
      "\"\(key)\" is not known here; " + Self.choices(known)
    case .twice(let key): "\"\(key)\" stands in an earlier row already; remove one of them"
    case .malformedKey(let key):
      "\"\(key)\" is no key; write lower-case letters, digits and hyphens, or two capitals"
    case .empty: "this text is empty; write words"
    case .tooLong(let text, let limit):
      "\"\(text)\" is longer than \(limit) characters; add a \"short\" that is not"
    case .fixedKeys(let keys):
      "the keys of this catalogue are fixed: \(keys.joined(separator: ", ")); "
        + "only their words can change"
    case .count(let found, let expected): "this list has \(found) elements and needs \(expected)"
    case .tooMany(let limit): "a catalogue has at most \(limit) entries"
    case .band(let bound):
      "this has to be \(bound), so that the bands neither overlap nor leave a gap"
    case .format(let format): "format \(format) is newer than this program; update the program"
    case .noFile: "the file is missing"
    }
  }

  private static func choices(_ known: [String]) -> String {
    let shown = 12
    if known.count <= shown { return "write one of \(known.joined(separator: ", "))" }
    return "write one of \(known.count) keys such as \(known.prefix(4).joined(separator: ", "))"
  }
}
