import Testing

@testable import ConcordModel

@Suite("The rule agreement.legal-review.missing") struct AgreementLegalReviewMissingTests {
  private func bench() throws -> (RuleBench, RecordID) {
    var bench = try RuleBench("agreement.legal-review.missing")
    let id = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=mou", "title=Port liaison",
      "state=in-force", "effective=2026-11-21", "ends=2027-11-21")
    return (bench, id)
  }

  @Test("as long as one is in force whose type needs counsel's review, and none is on record")
  func raising() throws {
    var (bench, id) = try bench()
    try bench.expect(
      title: "Port liaison has no counsel's review",
      explanation: "“Port liaison” is in force. Its type, Memorandum of Understanding, needs "
        + "counsel's review, and none is on record.",
      3, 4, .legal, subject: id.text)
    for (field, back) in [
      ("type=nda", "type=mou"), ("state=signature", "state=in-force"),
      ("state=terminated", "state=in-review"),
    ] {
      try bench.edit(id, field)
      #expect(bench.isSilent, "\(field)")
      try bench.edit(id, back)
      #expect(bench.live.count == 1, "\(back)")
    }
    try bench.edit(id, "counsel-reviewed=2026-11-20")
    #expect(bench.isSilent)
  }

  @Test("from the day on which it begins to its last")
  func borders() throws {
    var (bench, id) = try bench()
    try bench.edit(id, "effective=2026-11-22")
    #expect(bench.isSilent)
    for (day, speaks) in [
      ("2026-11-22", true), ("2027-11-21", true), ("2027-11-22", false),
    ] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
  }

  @Test("not of a partner that has ended")
  func whom() throws {
    var (bench, _) = try bench()
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("a dismissed one stays, whatever else is written, until it is of another type")
  func facts() throws {
    var (bench, id) = try bench()
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.edit(id, "title=Port liaison, revised")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    try bench.edit(id, "type=dsa")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
