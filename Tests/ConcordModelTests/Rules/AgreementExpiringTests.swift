import Testing

@testable import ConcordModel

@Suite("The rule agreement.expiring") struct AgreementExpiringTests {
  private func bench() throws -> RuleBench {
    try RuleBench("agreement.expiring", since: "2025-01-10")
  }

  private func agreement(_ bench: inout RuleBench, _ more: String...) throws -> RecordID {
    let id = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=dsa", "title=Data sharing DSA-118",
      "state=in-force", "effective=2025-01-01", "ends=2026-12-19", "counsel-reviewed=2024-12-01",
      "oversight=Joint board")
    for field in more { try bench.edit(id, field) }
    return id
  }

  @Test("one flag from 90 days on, likelier at 60 and 30, until the last day; then it is expired")
  func borders() throws {
    var bench = try bench()
    let id = try agreement(&bench)
    #expect(bench.flags.isEmpty)
    let days: [(String, Int?)] = [
      ("2026-09-19", nil), ("2026-09-20", 2), ("2026-10-19", 2), ("2026-10-20", 3),
      ("2026-11-18", 3), ("2026-11-19", 4), ("2026-12-18", 4), ("2026-12-19", 4),
      ("2026-12-20", nil), ("2027-03-01", nil),
    ]
    for (day, likelihood) in days {
      try bench.turn(day)
      #expect(bench.live.map(\.inherent?.likelihood) == (likelihood.map { [$0] } ?? []), "\(day)")
      #expect(bench.flags.count <= 1)
      let isOver = day > "2026-12-19"
      let expired = bench.office.workspace.rows(.flag).map { Flag(bench.office.workspace, $0) }
        .filter { $0.rule == "agreement.expired" && $0.status.isLive }
      #expect(expired.count == (isOver ? 1 : 0), "\(day)")
      if day == "2026-10-20" {
        try bench.expect(
          title: "Data sharing DSA-118 ends on 2026-12-19",
          explanation: "“Data sharing DSA-118” (Data Sharing Agreement) is in force until "
            + "2026-12-19, does not renew itself, and no newer agreement takes its place. "
            + "The policy warns 90, 60 and 30 days before the end.",
          3, 3, .legal, subject: id.text)
      }
    }
  }

  @Test("not one that renews itself, has no end, is not in force or not with a managed partner")
  func others() throws {
    var bench = try bench()
    try bench.turn("2026-11-21")
    let id = try agreement(&bench)
    #expect(!bench.isSilent)
    for (field, back) in [
      ("auto-renewal=yes", "auto-renewal=no"), ("ends=", "ends=2026-12-19"),
      ("state=signature", "state=in-force"), ("state=terminated", "state=in-review"),
      ("effective=2026-12-01", "effective=2025-01-01"),
    ] {
      try bench.edit(id, field)
      #expect(bench.isSilent, "\(field)")
      try bench.edit(id, back)
      #expect(bench.live.count == 1, "\(back)")
    }
    try bench.move(bench.partner, to: "suspended")
    #expect(bench.live.count == 1)
    try bench.move(bench.partner, to: "ended")
    #expect(bench.isSilent)
  }

  @Test("not one whose successor is signed and goes on from the day after")
  func successor() throws {
    var bench = try bench()
    try bench.turn("2026-11-21")
    _ = try agreement(&bench, "data-categories=travel")
    let next = try bench.make(
      "agreement", "partners=\(bench.partner.text)", "type=dsa", "title=DSA-204",
      "state=in-force", "effective=2026-12-20", "ends=2029-12-19", "data-categories=travel,health")
    #expect(bench.isSilent)
    for (field, back) in [
      ("effective=2026-12-21", "effective=2026-12-20"), ("type=mou", "type=dsa"),
      ("data-categories=health", "data-categories=travel"), ("state=draft", "state=in-force"),
      ("effective=", "effective=2026-12-20"),
    ] {
      try bench.edit(next, field)
      #expect(bench.titles == ["Data sharing DSA-118 ends on 2026-12-19"], "\(field)")
      try bench.edit(next, back)
      #expect(bench.isSilent, "\(back)")
    }
  }

  @Test("an agreement with two partners warns of both, each in a flag of its own")
  func twoPartners() throws {
    var bench = try bench()
    try bench.turn("2026-11-21")
    let other = try bench.other("Birch County")
    let id = try agreement(&bench)
    try bench.edit(id, "partners=+\(other.text)")
    #expect(Set(bench.live.compactMap(\.partner)) == [bench.partner, other])
    try bench.edit(id, "partners=-\(bench.partner.text)")
    #expect(bench.live.map(\.partner) == [other])
  }

  @Test("a dismissed one stays while its end does, though the steps go on; another end opens it")
  func facts() throws {
    var bench = try bench()
    try bench.turn("2026-10-01")
    let id = try agreement(&bench)
    let facts = try bench.facts()
    try bench.letADayGoBy()
    try bench.dismiss()
    try bench.turn("2026-11-21")
    #expect(try bench.only().status == .dismissed)
    #expect(try bench.facts() == facts)
    try bench.edit(id, "ends=2026-12-20")
    #expect(try bench.only().status == .open)
    #expect(try bench.facts() != facts)
  }
}
