import Testing

@testable import ConcordModel

@Suite("The rule agreement.oversight.missing") struct AgreementOversightMissingTests {
  private func bench(_ type: String = "dsa") throws -> (RuleBench, RecordID) {
    var bench = try RuleBench("agreement.oversight.missing")
    let id = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=\(type)", "title=DSA-118",
      "state=in-force", "effective=2026-11-21", "ends=2027-11-21")
    return (bench, id)
  }

  @Test("an agreement on data names nobody who watches over it; likelier for criminal intelligence")
  func raising() throws {
    var (bench, id) = try bench()
    try bench.expect(
      title: "DSA-118 names no oversight body",
      explanation: "“DSA-118” names no oversight body and no roles. It covers data.",
      3, 4, .control, subject: id.text)
    try bench.edit(id, "data-categories=criminal-intelligence,travel", "covers-operations=yes")
    try bench.expect(
      title: "DSA-118 names no oversight body",
      explanation: "“DSA-118” names no oversight body and no roles. "
        + "It covers criminal intelligence (28 CFR 23) and joint operations.",
      4, 4, .control, subject: id.text)
  }

  @Test("an oversight body closes it, and so do roles")
  func closing() throws {
    var (bench, id) = try bench()
    for field in ["oversight", "roles"] {
      try bench.edit(id, "\(field)=The joint board decides")
      #expect(bench.isSilent, "\(field)")
      try bench.edit(id, "\(field)=")
      #expect(bench.live.count == 1, "\(field)")
    }
    for (field, back) in [("state=draft", "state=in-force"), ("type=nda", "type=isaa")] {
      try bench.edit(id, field)
      #expect(bench.isSilent, "\(field)")
      try bench.edit(id, back)
      #expect(bench.live.count == 1, "\(back)")
    }
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("one that covers neither data nor joint operations needs none")
  func covers() throws {
    var (bench, id) = try bench("nda")
    #expect(bench.isSilent)
    try bench.edit(id, "covers-operations=yes")
    #expect(try bench.only().explanation?.hasSuffix("It covers joint operations.") == true)
    try bench.edit(id, "covers-operations=no")
    #expect(bench.isSilent)
    try bench.edit(id, "data-categories=public")
    #expect(try bench.only().explanation?.hasSuffix("It covers data.") == true)
  }

  @Test("from the day on which it begins to its last")
  func borders() throws {
    var (bench, id) = try bench()
    try bench.edit(id, "effective=2026-11-22")
    for (day, speaks) in [
      ("2026-11-21", false), ("2026-11-22", true), ("2027-11-21", true), ("2027-11-22", false),
    ] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
  }

  @Test("a dismissed one opens when the agreement comes to cover something else")
  func facts() throws {
    var (bench, id) = try bench()
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.edit(id, "data-categories=travel", "note=seen")
    #expect(try bench.only().status == .dismissed, "it is still data")
    #expect(try bench.facts() == facts)
    try bench.edit(id, "data-categories=+criminal-intelligence")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
