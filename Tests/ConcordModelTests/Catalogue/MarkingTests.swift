import Testing

@testable import ConcordModel

/// The order of markings, each a row.
@Suite("Order of markings") struct MarkingTests {
  // DOMAIN, Agreements and sharing limits: "TLP 2.0 CLEAR, GREEN, AMBER, AMBER+STRICT, RED; CUI with
  // categories; classification". TLP: FIRST, Traffic Light Protocol 2.0. Classified: EO 13526 §1.2,
  // Confidential, Secret, Top Secret; CUI (32 CFR 2002) is below them.
  @Test(
    "a marking has its place in its scheme",
    arguments: [
      ("TLP:CLEAR", "tlp", 0), ("TLP:GREEN", "tlp", 1), ("TLP:AMBER", "tlp", 2),
      ("TLP:AMBER+STRICT", "tlp", 3), ("TLP:RED", "tlp", 4), ("unmarked", "national", 0),
      ("CUI", "national", 1), ("classified-c", "national", 2), ("classified-s", "national", 3),
      ("classified-ts", "national", 4),
    ])
  func rank(_ name: String, _ scheme: String, _ rank: Int) throws {
    let entry = try #require(Catalogues.standard[.markings].named(name))
    #expect(entry.text("scheme") == scheme && entry.number("rank") == rank)
  }
}
