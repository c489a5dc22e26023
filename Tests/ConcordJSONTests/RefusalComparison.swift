@testable import ConcordJSON

/// A document that our reader refuses: Foundation refuses it, too, or is lenient in a known way.
///
/// Where it is lenient, the document is mended as Foundation reads it, Foundation must read the mended
/// one alike, and the comparison goes on with that: a difference excuses nothing else in the document.
struct RefusalComparison {
  private var document: [UInt8]
  private var theirs: FoundationTree?
  /// The known differences that came up.
  private(set) var met: Set<KnownDifference> = []

  init(_ document: [UInt8]) {
    self.document = document
    theirs = FoundationTree.read(document)
  }

  /// - Parameter error: why our reader refuses the document.
  mutating func run(_ error: JSONError) throws(Disagreement) {
    if FoundationLeniency.isOtherEncoding(document) {
      met.insert(.otherEncoding)
      return
    }
    var reading = LenientReading(document)
    try check(reading, error)
    while try mend(reading) { reading = LenientReading(document) }
  }

  /// The first fault of reading leniently is that of reading strictly, unless leniency passed it.
  private mutating func check(
    _ reading: LenientReading, _ error: JSONError
  ) throws(Disagreement) {
    switch (error.reason, reading.fault) {
    case (.duplicateKey, let fault):
      guard reading.keyTwice == error.offset, fault.map({ $0.offset >= error.offset }) ?? true
      else { throw Disagreement("no key stands twice", document) }
    case (.tooDeep, let fault):
      guard reading.depth > JSONCursor.standardDepthLimit,
        fault.map({ $0.offset >= error.offset }) ?? true
      else { throw Disagreement("it is not deep", document) }
      if fault == nil { met.insert(.depth) }
    case (_, let fault):
      if fault != error { throw Disagreement("refused for nothing: \(error)", document) }
    }
  }

  /// Mends the document's first fault; false where there is nothing more to compare.
  private mutating func mend(_ reading: LenientReading) throws(Disagreement) -> Bool {
    if let key = reading.repeatedKey { return try rename(key) }
    guard let fault = reading.fault else {
      guard let value = reading.value, let theirs else {
        throw Disagreement("only ours accepts", document)
      }
      var match = TreeMatch(document)
      try match.match(value, theirs)
      met.formUnion(match.met)
      return false
    }
    guard let (mended, difference) = FoundationLeniency.mend(document, fault) else {
      if theirs != nil { throw Disagreement("only Foundation accepts (\(fault))", document) }
      return false
    }
    // Mended, a text with a zero may look like UTF-16; a second mark would be skipped.
    if FoundationLeniency.isOtherEncoding(mended) || FoundationLeniency.hasMark(mended) {
      if theirs != nil { throw Disagreement("Foundation skips or takes too much", document) }
      return false
    }
    let next = FoundationTree.read(mended)
    let isSame: Bool
    if difference == .numberReadLate {
      isSame = next.map { $0.unreadableNumbers + 1 } == theirs.map(\.unreadableNumbers)
    } else {
      isSame = next == theirs
    }
    guard isSame else {
      throw Disagreement("\(difference.rawValue): Foundation reads it otherwise", document)
    }
    if theirs != nil { met.insert(difference) }
    document = mended
    theirs = next
    return true
  }

  /// Gives a key that stands again another name, so that Foundation looks at its value.
  private mutating func rename(_ key: LenientReading.RepeatedKey) throws(Disagreement) -> Bool {
    let mark = "~\(document.count)"
    document.insert(contentsOf: mark.utf8, at: key.end)
    let next = FoundationTree.read(document)
    guard let before = theirs else {
      if next != nil { throw Disagreement("only with another key Foundation accepts", document) }
      return true
    }
    met.insert(key.isSame ? .keyTwice : .equivalentKeys)
    theirs = next
    guard let next else { return false }
    guard next.withoutKeys(endingIn: mark) == before else {
      throw Disagreement("Foundation does not take the first of equal keys", document)
    }
    return true
  }
}
