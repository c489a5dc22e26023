import Foundation
import Testing

@testable import ConcordJSON

/// Our reader against Foundation's, which it replaces on the hot path.
@Suite("Agreement with Foundation")
struct FoundationAgreementTests {
  @Test("20,000 random documents: the same values, and the same again after writing")
  func randomDocuments() throws {
    var random = RandomDocument(seed: 0x5EED_C0DE)
    for round in 0..<20_000 {
      let text = random.document()
      let value = try JSONValue.parse(text)
      let trace: Comment = "round \(round): \(text)"
      let theirs = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      try #require(Self.agrees(value, theirs), trace)

      for written in [value.text, value.prettyText] {
        try #require(try JSONValue.parse(written) == value, trace)
      }
      let canonical = value.canonicalBytes
      let again = try JSONValue.parse(canonical)
      try #require(again.canonicalBytes == canonical, trace)
      try #require(
        Self.agrees(
          again,
          try JSONSerialization.jsonObject(with: Data(canonical), options: .fragmentsAllowed)),
        trace)

      var cursor = JSONCursor()
      try cursor.skipValue(Array(text.utf8).span)
      try cursor.finish(Array(text.utf8).span)
    }
  }

  @Test("20,000 damaged documents: what we accept, Foundation accepts with the same values")
  func damagedDocuments() throws {
    var random = RandomDocument(seed: 0xDA_4A6E)
    var accepted = 0
    for round in 0..<20_000 {
      let bytes = random.damaged(Array(random.document().utf8))
      guard let value = try? JSONValue.parse(bytes) else { continue }
      // Foundation loses U+FEFF at the start of a string and after an escape.
      if value.text.unicodeScalars.contains("\u{FEFF}") { continue }
      accepted += 1
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      let trace: Comment = "round \(round): \(String(decoding: bytes, as: UTF8.self))"
      // Foundation refuses numbers that a Double cannot hold; ours keeps their text.
      if theirs == nil && Self.hasHugeNumber(value) { continue }
      try #require(theirs.map { Self.agrees(value, $0) } == true, trace)
    }
    #expect(accepted > 1000, "the damage leaves some documents whole")
  }

  @Test("20,000 damaged documents: what Foundation accepts beyond us is a known difference")
  func refusedDocuments() throws {
    var random = RandomDocument(seed: 0xBAD_5EED)
    for round in 0..<20_000 {
      let bytes = random.damaged(Array(random.document().utf8))
      let reason: JSONError.Reason
      do throws(JSONError) {
        _ = try JSONValue.parse(bytes)
        continue
      } catch {
        reason = error.reason
      }
      // Foundation takes the last of two equal keys, and skips a byte order mark.
      if case .duplicateKey = reason { continue }
      if case .byteOrderMark = reason { continue }
      // Foundation lets arrays and objects end in a comma.
      if reason == .unexpectedByte(UInt8(ascii: "]"), expected: .value) { continue }
      if reason == .unexpectedByte(UInt8(ascii: "}"), expected: .key) { continue }
      // Two of the first four bytes zero: Foundation takes the text for UTF-16 or UTF-32.
      if bytes.prefix(4).contains(0) { continue }
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      let trace: Comment = "round \(round): \(reason) \(String(decoding: bytes, as: UTF8.self))"
      try #require(theirs == nil, trace)
    }
  }

  private static func hasHugeNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number: value.double == nil || value.double == 0
    case .array(let elements): elements.contains(where: hasHugeNumber)
    case .object(let members): members.contains { hasHugeNumber($0.value) }
    default: false
    }
  }

  private static func agrees(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null:
      return theirs is NSNull
    case .bool(let value):
      return (theirs as? Bool) == value
    case .integer(let value):
      return (theirs as? NSNumber)?.int64Value == value
    case .number:
      guard let value = ours.double, let other = theirs as? NSNumber else { return false }
      // Foundation keeps some numbers as Decimal, whose last digit may differ.
      return abs(value - other.doubleValue) <= abs(value) * 1e-15
    case .string(let text):
      guard let other = theirs as? String else { return false }
      return text.utf8.elementsEqual(other.utf8)
    case .array(let elements):
      guard let others = theirs as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { agrees($0, $1) }
    case .object(let members):
      guard let others = theirs as? [String: Any], others.count == members.count else {
        return false
      }
      return members.allSatisfy { member in
        others[member.key].map { agrees(member.value, $0) } ?? false
      }
    }
  }
}
