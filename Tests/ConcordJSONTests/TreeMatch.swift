@testable import ConcordJSON

/// Compares the values that our reader and Foundation's have read from one document.
struct TreeMatch {
  private let document: [UInt8]
  /// The known differences that came up.
  private(set) var met: Set<KnownDifference> = []

  init(_ document: [UInt8]) { self.document = document }

  /// Throws where the two have other values.
  mutating func match(_ ours: JSONValue, _ theirs: FoundationTree) throws(Disagreement) {
    switch (ours, theirs) {
    case (.null, .null): return
    case (.bool(let one), .bool(let other)) where one == other: return
    case (.integer(let one), .number(let integer, let double))
    where integer == one && double == Double(one):
      return
    case (.number(let lexeme), .number(let integer, let double)):
      if isSame(lexeme, integer, double) { return }
    case (.string(let one), .string(let other)) where one.utf8.elementsEqual(other.utf8): return
    case (.array(let elements), .array(let others)) where elements.count == others.count:
      for (element, other) in zip(elements, others) { try match(element, other) }
      return
    case (.object(let members), .object(let others)):
      try match(members, others)
      return
    default: break
    }
    throw Disagreement("ours reads \(ours.text), Foundation \(theirs)", document)
  }

  private mutating func match(
    _ members: [JSONMember], _ others: [String: FoundationTree]
  ) throws(Disagreement) {
    var first: [String: JSONMember] = [:]
    for member in members {
      if let earlier = first[member.key] {
        if earlier.key.utf8.elementsEqual(member.key.utf8) {
          throw Disagreement("ours takes the key \"\(member.key)\" twice", document)
        }
        met.insert(.equivalentKeys)
        continue
      }
      first[member.key] = member
      guard let other = others[member.key] else {
        throw Disagreement("Foundation has no key \"\(member.key)\"", document)
      }
      try match(member.value, other)
    }
    if first.count != others.count {
      throw Disagreement("Foundation has other keys: \(others.keys)", document)
    }
  }

  private mutating func isSame(_ lexeme: String, _ integer: Int64?, _ double: Double?) -> Bool {
    guard let ours = Double(lexeme) else { return false }
    let isWritten = !lexeme.utf8.contains { ".eE".utf8.contains($0) }
    if let integer {
      if isWritten { return lexeme == "-0" && integer == 0 && double == 0 }
      met.insert(.wholeFraction)
      if abs(Double(integer) - ours) > ours.ulp { return false }
    }
    if let double { return double.bitPattern == ours.bitPattern }
    met.insert(.range)
    return ours.isInfinite || ours == 0 && lexeme.utf8.contains { (0x31...0x39).contains($0) }
  }
}
