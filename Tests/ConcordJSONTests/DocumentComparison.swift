@testable import ConcordJSON

/// Holds `JSONValue`, `JSONCursor` and Foundation's decoder to one another on one document.
struct DocumentComparison {
  private let document: [UInt8]
  /// The known differences that came up.
  private(set) var met: Set<KnownDifference> = []

  init(_ document: [UInt8]) { self.document = document }

  /// Whether our reader accepts the document.
  mutating func run() throws(Disagreement) -> Bool {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(document)
    } catch {
      try checkSkipping(error)
      var refusal = RefusalComparison(document)
      try refusal.run(error)
      met = refusal.met
      return false
    }
    try checkSkipping(nil)
    if LenientReading(document).depth > JSONCursor.standardDepthLimit {
      throw Disagreement("deeper than our limit", document)
    }
    try match(value, document)
    try checkWriting(value)
    return true
  }

  private mutating func match(_ value: JSONValue, _ bytes: [UInt8]) throws(Disagreement) {
    guard let theirs = FoundationTree.read(bytes) else {
      throw Disagreement("only ours accepts", bytes)
    }
    var match = TreeMatch(bytes)
    try match.match(value, theirs)
    met.formUnion(match.met)
  }

  private mutating func checkWriting(_ value: JSONValue) throws(Disagreement) {
    for written in [value.text, value.prettyText] where (try? JSONValue.parse(written)) != value {
      throw Disagreement("written and read again, it is another value", document)
    }
    let canonical = value.canonicalBytes
    guard let again = try? JSONValue.parse(canonical), again == value.sortedByKey,
      again.canonicalBytes == canonical, isInOrder(again)
    else { throw Disagreement("the canonical bytes are not read back", document) }
    try match(again, canonical)
  }

  /// Whether the keys of every object rise byte for byte.
  private func isInOrder(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): return elements.allSatisfy(isInOrder)
    case .object(let members):
      let keys = members.map { Array($0.key.utf8) }
      return zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
        && members.allSatisfy { isInOrder($0.value) }
    default: return true
    }
  }

  /// Skipping finds the same fault, but looks at no keys.
  private func checkSkipping(_ error: JSONError?) throws(Disagreement) {
    var skipped: JSONError?
    do throws(JSONError) {
      var cursor = JSONCursor()
      try cursor.skipValue(document.span)
      try cursor.finish(document.span)
    } catch { skipped = error }
    if case .duplicateKey = error?.reason {
      guard let skipped, let error, skipped.offset < error.offset else { return }
    } else if skipped == error {
      return
    }
    throw Disagreement("reading says \(text(error)), skipping \(text(skipped))", document)
  }

  private func text(_ error: JSONError?) -> String { error.map { "\($0)" } ?? "nothing" }
}
