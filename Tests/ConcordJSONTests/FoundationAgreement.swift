/// The count of a comparison of our reader with Foundation's over many documents.
struct FoundationAgreement {
  /// Documents that our reader took.
  private(set) var accepted = 0
  /// Documents that it refused.
  private(set) var refused = 0
  /// Documents in which a known difference came up.
  private(set) var differences: [KnownDifference: Int] = [:]

  /// All documents.
  var documents: Int { accepted + refused }

  /// Compares the readers on one document.
  mutating func compare(_ document: [UInt8]) throws(Disagreement) {
    var comparison = DocumentComparison(document)
    if try comparison.run() { accepted += 1 } else { refused += 1 }
    for difference in comparison.met { differences[difference, default: 0] += 1 }
  }

  /// Compares the readers on the random documents with these numbers: even ones are valid, odd ones
  /// damaged.
  mutating func compareRandom(_ numbers: Range<Int>) throws(Disagreement) {
    for number in numbers {
      var random = RandomDocument(seed: UInt64(number))
      let document = random.document()
      guard number.isMultiple(of: 2) else {
        try compare(random.damaged(document))
        continue
      }
      let before = accepted
      try compare(document)
      // A document deeper than our limit is the only valid one that is refused.
      if accepted == before, !random.isDeep {
        throw Disagreement("both refuse a valid document", document)
      }
    }
  }

  /// Both counts together.
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.accepted += right.accepted
    sum.refused += right.refused
    sum.differences.merge(right.differences, uniquingKeysWith: +)
    return sum
  }
}
