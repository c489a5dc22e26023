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
    /// A text with a character that a terminal could obey, or that ends the line.
    case forbidden(String)
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
    /// An entry that the program itself goes by is left out.
    case needed(String)
    /// Something that the program goes by has another value.
    case stays(String)
    /// An entry that is left out, and that an entry elsewhere names.
    case named(String, by: String)
    /// An entry that is left out, and that records have: how many, and some of them.
    case inUse(String, count: Int, records: [String])
    /// A kind that would be of another class, and that records have: how many, and some of them.
    case otherClass(String, count: Int, records: [String])
    /// A treatment that takes off more steps than the policy lets one.
    case tooManySteps(String, steps: Int, most: Int)
    /// A file that says of itself neither that it is a catalogue nor anything that a policy says.
    case neither
    /// A file that is too long once written as short as can be.
    case tooLarge(bytes: Int, limit: Int)
    /// A file that stands among several of the same name.
    case fileTwice
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
    case .forbidden(let sign): "this text holds \(sign); leave it out"
    case .tooLong(let text, let limit):
      "\"\(text)\" is longer than \(limit) characters; add a \"short\" that is not"
    case .fixedKeys(let keys):
      "the keys of this catalogue are fixed: \(keys.joined(separator: ", ")); "
        + "only their words can change"
    case .count(let found, let expected): "this list has \(found) elements and needs \(expected)"
    case .tooMany(let limit): "a catalogue has at most \(limit) entries"
    case .band(let bound):
      "this has to be \(bound), so that the bands neither overlap nor leave a gap"
    case .needed(let key):
      "“\(key)” is left out, and the program itself goes by it; keep it (its words may change)"
    case .stays(let key):
      "the program goes by what “\(key)” has here; keep it as it ships (its words may change)"
    case .named(let key, let by):
      "“\(key)” would be gone, and \(by) names it; keep it, or import that one too"
    case .inUse(let key, let count, let records):
      "“\(key)” would be gone, and \(Counted.words(count, "record has", "records have")) it: "
        + "\(Self.some(records, of: count)); keep it, or give them another first"
    case .otherClass(let key, let count, let records):
      "“\(key)” would be of another class, and \(Counted.words(count, "partner is", "partners are")) "
        + "of this kind: \(Self.some(records, of: count)); keep its class, or give them another kind"
    case .tooManySteps(let key, let steps, let most):
      "the treatment “\(key)” takes off \(steps) steps, and the policy lets one take off \(most)"
    case .neither:
      "this is neither a policy nor a catalogue; concord policy show writes one to begin with"
    case .tooLarge(let bytes, let limit):
      "it has \(bytes) bytes, once written as short as can be, and \(limit) at most have room; "
        + "shorten its texts"
    case .fileTwice: "two files say the same; import one of them"
    case .format(let format): "format \(format) is newer than this program; update the program"
    case .noFile: "the file is missing"
    }
  }

  private static func some(_ records: [String], of count: Int) -> String {
    let others = count - records.count
    return records.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
  }

  private static func choices(_ known: [String]) -> String {
    let shown = 12
    if known.count <= shown { return "write one of \(known.joined(separator: ", "))" }
    return "write one of \(known.count) keys such as \(known.prefix(4).joined(separator: ", "))"
  }
}
