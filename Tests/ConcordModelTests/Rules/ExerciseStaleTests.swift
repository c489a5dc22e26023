import Testing

@testable import ConcordModel

@Suite("The rule exercise.stale") struct ExerciseStaleTests {
  private func bench(kind: String = "county", tier: Int? = 2) throws -> RuleBench {
    try RuleBench("exercise.stale", kind: kind, tier: tier, since: "2024-01-10")
  }

  private func agreement(_ bench: inout RuleBench, _ more: String...) throws -> RecordID {
    let id = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=moa", "title=Port plan",
      "state=in-force", "effective=2024-02-01", "exercise-months=12")
    for field in more { try bench.edit(id, field) }
    return id
  }

  private func exercise(_ bench: inout RuleBench, _ date: String, _ more: String...) throws
    -> RecordID
  {
    let id = try bench.make(
      "exercise", "partners=\(bench.partner.text)", "date=\(date)", "kind=tabletop",
      "title=Flood")
    for field in more { try bench.edit(id, field) }
    return id
  }

  @Test("by an agreement in force, from its beginning, and then from each exercise")
  func agreed() throws {
    var bench = try bench()
    let id = try agreement(&bench)
    for (day, speaks) in [("2025-02-01", false), ("2025-02-02", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
    try bench.expect(
      title: "No exercise under Port plan since it began on 2024-02-01",
      explanation: "No exercise is on record. “Port plan” asks for one every 12 months.",
      2, 3, .control, subject: id.text)
    let planned = try exercise(&bench, "2025-02-03")
    #expect(bench.live.count == 1, "what is planned has not been")
    try bench.edit(planned, "date=2025-02-02")
    #expect(bench.isSilent)
    for (day, speaks) in [("2026-02-02", false), ("2026-02-03", true)] {
      try bench.turn(day)
      #expect(bench.isSilent == !speaks, "\(day)")
    }
    try bench.expect(
      title: "No exercise under Port plan since 2025-02-02",
      explanation: "The last exercise was “Flood” on 2025-02-02. “Port plan” asks for one every 12 "
        + "months.",
      2, 3, .control, subject: id.text)
    for (field, back) in [
      ("state=terminated", "state=in-force"), ("exercise-months=", "exercise-months=12"),
      ("exercise-months=36", "exercise-months=12"), ("ends=2026-02-02", "ends="),
    ] {
      try bench.edit(id, field)
      #expect(bench.isSilent, "\(field)")
      try bench.edit(id, back)
      #expect(bench.live.count == 1, "\(back)")
    }
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("an agreement without a day on which it began counts from its signature, or says nothing")
  func begins() throws {
    var bench = try bench()
    let id = try agreement(&bench, "effective=", "signed=2024-03-01")
    try bench.turn("2026-11-21")
    #expect(bench.titles == ["No exercise under Port plan since it began on 2024-03-01"])
    try bench.edit(id, "signed=")
    #expect(bench.isSilent)
    _ = try exercise(&bench, "2024-05-01")
    #expect(bench.titles == ["No exercise under Port plan since 2024-05-01"])
  }

  @Test("an exercise that names the agreement counts for all of its partners, others for their own")
  func shared() throws {
    var bench = try bench()
    let id = try agreement(&bench)
    let other = try bench.other("Birch County")
    try bench.edit(id, "partners=+\(other.text)")
    try bench.turn("2026-11-21")
    #expect(bench.live.count == 2)
    let held = try exercise(&bench, "2026-11-20")
    #expect(bench.live.map(\.partner) == [other])
    try bench.edit(held, "agreement=\(id.text)")
    #expect(bench.isSilent)
    // The other one is touched alone: the exercise is not with it, and counts nevertheless.
    try bench.edit(other, "notes=seen")
    #expect(bench.isSilent)
    try bench.edit(held, "date=2024-11-20")
    #expect(bench.live.count == 2)
    try bench.edit(held, "date=2026-11-20")
    #expect(bench.isSilent)
    try bench.end(held)
    #expect(bench.live.count == 2)
  }

  @Test(
    "by kind and tier, where no agreement says how often",
    arguments: [
      ("fusion", 1, "2025-01-10"), ("task-force", 2, "2026-01-10"), ("emergency", 3, "2027-01-10"),
      ("emergency", nil, "2027-01-10"), ("police", 1, "2025-01-10"), ("police", 2, nil),
      ("county", 1, nil), ("vendor", 1, nil),
    ] as [(String, Int?, String?)])
  func byKind(kind: String, tier: Int?, last: String?) throws {
    var bench = try bench(kind: kind, tier: tier)
    guard let last, let day = Day(last) else {
      try bench.turn("2034-01-01")
      #expect(bench.flags.isEmpty)
      return
    }
    try bench.turn(last)
    #expect(bench.isSilent)
    try bench.turn(day.adding(days: 1).text)
    #expect(bench.titles == ["No joint exercise since it became active on 2024-01-10"])
  }

  @Test("the flag by kind says so, and what is agreed goes before it")
  func kindOrAgreement() throws {
    var bench = try bench(kind: "fusion")
    _ = try exercise(&bench, "2024-05-01")
    try bench.turn("2026-11-21")
    try bench.expect(
      title: "No joint exercise since 2024-05-01",
      explanation: "The last exercise was “Flood” on 2024-05-01. With a partner of its kind "
        + "(fusion center) at tier 2 one is due every 24 months.",
      2, 3, .control)
    let id = try agreement(&bench, "exercise-months=36")
    #expect(bench.isSilent)
    try bench.edit(id, "exercise-months=6")
    #expect(bench.titles == ["No exercise under Port plan since 2024-05-01"])
    try bench.edit(id, "exercise-months=")
    #expect(bench.titles == ["No joint exercise since 2024-05-01"])
  }

  @Test("a dismissed one stays until there was another exercise, and that is long ago too")
  func facts() throws {
    var bench = try bench(kind: "fusion")
    try bench.turn("2026-06-01")
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.turn("2026-11-21")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    _ = try exercise(&bench, "2024-03-01")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
