import Testing

@testable import ConcordModel

/// Prefixes of ids, and ids that follow from a key.
@Suite("Ids of records") struct RecordIDTests {
  // DOMAIN, Time and identity: the prefixes of the kinds that there are.
  @Test(
    "each kind has the prefix of the domain",
    arguments: [
      ("P", .partner, "partner"), ("C", .capability, "capability"), ("L", .link, "link"),
      ("N", .engagement, "engagement"), ("I", .incident, "incident"),
      ("X", .accessFact, "access-fact"), ("F", .flag, "flag"), ("T", .treatment, "treatment"),
      ("D", .decision, "decision"), ("R", .finding, "finding"), ("V", .vettingCase, "case"),
      ("K", .task, "task"), ("A", .agreement, "agreement"), ("E", .exchange, "exchange"),
      ("Z", .exercise, "exercise"), ("U", .person, "person"), ("Q", .policy, "policy"),
    ] as [(String, RecordKind, String)])
  func prefix(_ letter: String, _ kind: RecordKind, _ word: String) {
    #expect(kind.letter == letter)
    #expect(FieldTable.standard.schemas.first { $0.kind == kind }?.word == word)
    #expect(RecordID(kind, bits: 0).text == "\(letter)-000000000000")
  }

  // DOMAIN, Time and identity: "12 Crockford characters (60 bits…, for derived records, the first 60
  // bits of SHA-256 over rule, partner and subject joined by a zero byte)". Made with Python's
  // hashlib.
  @Test(
    "the id of a rule's flag follows from rule, partner and subject",
    arguments: [
      (["contact.stale", "P-000000000000", ""], "F-4YA7TYY3CEF7"),
      (["capability.single-source", "P-4KX9M2QT0ABC", "C-0123456789AB"], "F-MV3D59S1743A"),
      (["agreement.missing", "P-ZZZZZZZZZZZZ", "data"], "F-DBP6CNBVPHAJ"),
    ])
  func derived(_ parts: [String], _ text: String) {
    #expect(RecordID.derived(.flag, from: parts).text == text)
  }

  // The 32 digits of Crockford's base 32, without I, L, O and U.
  @Test(
    "twelve Crockford characters hold sixty bits",
    arguments: [
      (0, "F-000000000000"), (1, "F-000000000001"), (31, "F-00000000000Z"),
      (32, "F-000000000010"), (0x443_2147_4254_B635, "F-8GS18X159DHN"),
      ((1 << 60) - 1, "F-ZZZZZZZZZZZZ"),
    ] as [(UInt64, String)])
  func crockford(_ bits: UInt64, _ text: String) {
    #expect(RecordID(.flag, bits: bits).text == text)
    #expect(RecordID(text) == RecordID(.flag, bits: bits))
  }

  @Test(
    "what is no id in full is none",
    arguments: [
      "F-00000000000", "F-0000000000000", "F000000000000", "f-000000000000", "F-00000000000I",
      "F-00000000000L", "F-00000000000O", "F-00000000000U", "F-00000000000z", "1-000000000000",
    ])
  func refused(_ text: String) { #expect(RecordID(text) == nil) }
}
