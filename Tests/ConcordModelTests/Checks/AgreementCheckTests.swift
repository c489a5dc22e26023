import OfficeInMemory
import Testing

@testable import ConcordModel

/// What checks find fault with in agreements, access facts and incidents.
@Suite struct AgreementCheckTests {
  private func agreement(
    _ title: String, _ bench: inout CheckBench, _ fields: String...
  ) throws -> RecordID {
    var invocation = Invocation("record.create")
    invocation.answers = [
      "kind": ["agreement"],
      "field": ["partners=\(bench.partner.text)", "type=mou", "title=\(title)"] + fields,
    ]
    return try #require(try bench.office.run(invocation).records.first)
  }

  @Test("an agreement in force without dates; a draft needs none")
  func withoutDates() throws {
    var bench = try CheckBench()
    let wrong = try agreement("Wrong", &bench, "state=in-force", "signed=2026-01-02")
    _ = try agreement("Draft", &bench)
    _ = try agreement("Sound", &bench, "state=in-force", "effective=2026-01-02")
    let found = try bench.found("agreement.in-force-without-dates")
    #expect(found.records == [wrong])
    #expect(
      found.sentence
        == "Deltawave: “Wrong” is in force, and no day says since when (signed 2026-01-02)")
    try bench.mend("agreement.in-force-without-dates")
  }

  @Test(
    "an agreement that ends before it begins, or before it was signed; one of a single day is sound"
  )
  func endsBefore() throws {
    var bench = try CheckBench()
    let wrong = try agreement("Wrong", &bench, "effective=2026-01-02", "ends=2026-01-01")
    let signed = try agreement("Signed", &bench, "signed=2026-01-02", "ends=2026-01-01")
    _ = try agreement("Sound", &bench, "effective=2026-01-02", "ends=2026-01-02")
    let found = try bench.found("agreement.ends-before-it-begins")
    #expect(found.records == [wrong, signed])
    #expect(found.sentence == "Deltawave: “Wrong” begins on 2026-01-02 and ends on 2026-01-01")
    try bench.mend("agreement.ends-before-it-begins")
  }

  @Test("an access fact that ends before it begins, and one that outlives the partnership")
  func access() throws {
    var bench = try CheckBench()
    let wrong = try bench.office.make(
      "access-fact", "partner=\(bench.partner.text)", "kind=channel", "from=2026-01-02",
      "until=2026-01-01")
    let standing = try bench.office.make(
      "access-fact", "partner=\(bench.partner.text)", "kind=clearance", "from=2026-01-02")
    let found = try bench.found("access-fact.ends-before-it-begins")
    #expect(found.records == [wrong])
    #expect(found.sentence.hasSuffix("holds from 2026-01-02 until 2026-01-01"))
    #expect(try bench.found("access-fact.of-ended-partner").records.isEmpty)
    bench.office.write(bench.partner, ["stage": .text("ended")])
    let left = try bench.found("access-fact.of-ended-partner")
    #expect(left.records == [standing])
    #expect(left.sentence.hasSuffix("holds without an end, and the partnership has ended"))
    try bench.mend("access-fact.of-ended-partner")
    try bench.mend("access-fact.ends-before-it-begins")
  }

  @Test("an incident that was contained before anybody had noticed it")
  func incidents() throws {
    var bench = try CheckBench()
    func incident(_ contained: String) throws -> RecordID {
      try bench.office.make(
        "incident", "partner=\(bench.partner.text)", "kind=breach", "title=Lost laptop",
        "noticed=2026-11-02T10:00:00Z", "contained=\(contained)")
    }
    let wrong = try incident("2026-11-02T09:00:00Z")
    _ = try incident("2026-11-02T10:00:00Z")
    let found = try bench.found("incident.before-noticed")
    #expect(found.records == [wrong])
    #expect(found.sentence.contains("contained 2026-11-02T09:00:00"))
    try bench.mend("incident.before-noticed", ["MOMENT": "2026-11-01T00:00:00Z"])
  }
}
