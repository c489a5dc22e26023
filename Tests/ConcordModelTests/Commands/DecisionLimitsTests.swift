import OfficeInMemory
import Testing

@testable import ConcordModel

/// What a decision on a flag is refused for besides the status of the flag.
@Suite struct DecisionLimitsTests {
  private struct Bench {
    var office = MemoryOffice()
    let partner: RecordID
    let flag: RecordID

    init(category: String = "control", likelihood: Int = 5, impact: Int = 4) throws {
      _ = try office.make("person", "handle=a.chen", "name=A. Chen")
      _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
      partner = try office.make("partner", "name=Ash County", "kind=county")
      flag = try Self.raise(&office, partner, category, likelihood, impact)
    }

    static func raise(
      _ office: inout MemoryOffice, _ partner: RecordID, _ category: String, _ likelihood: Int,
      _ impact: Int
    ) throws -> RecordID {
      let made = try office.run(
        Invocation(
          "flag.add", on: [partner],
          [
            "category": category, "title": "A risk", "likelihood": String(likelihood),
            "impact": String(impact), "evidence": "seen",
          ]))
      return try #require(made.records.first { $0.kind == .flag })
    }
  }

  @Test(
    "what nobody would see is no reason",
    arguments: [
      " ", "\u{200B}\u{2060}", "\u{3164}", "\u{FEFF}", "\u{AD}", "\u{2800}", "\u{115F}", "\u{FE0F}",
      "\u{301}", "\u{E0001}", "\u{A0}\u{3000}",
    ])
  func invisible(_ reason: String) throws {
    var bench = try Bench()
    #expect(throws: CommandError.missing(parameter: "reason", command: "flag.dismiss")) {
      try bench.office.run(Invocation("flag.dismiss", on: [bench.flag], ["reason": reason]))
    }
    #expect(bench.office.workspace.value(bench.flag, "status") == .text("open"))
  }

  @Test("signs of other writings are reasons", arguments: ["是", "م", "e\u{301}", "✓", "🛑", "1"])
  func visible(_ reason: String) throws {
    var bench = try Bench()
    try bench.office.run(Invocation("flag.dismiss", on: [bench.flag], ["reason": reason]))
    #expect(bench.office.workspace.value(bench.flag, "status") == .text("dismissed"))
  }

  @Test("a treatment is put on a flag once, until it is withdrawn")
  func once() throws {
    var bench = try Bench()
    let first = Invocation("flag.mitigate", on: [bench.flag], ["treatment": "1"])
    let made = try bench.office.run(first)
    #expect(throws: CommandError.self) { try bench.office.run(first) }
    var twice = Invocation("flag.mitigate", on: [bench.flag])
    twice.answers["treatment"] = ["2", "2"]
    #expect(throws: CommandError.self) { try bench.office.run(twice) }
    let treatment = try #require(made.records.first { $0.kind == .treatment })
    try bench.office.run(Invocation("treatment.set", on: [treatment], ["state": "withdrawn"]))
    try bench.office.run(first)
    let row = try #require(bench.office.workspace.row(bench.flag))
    #expect(bench.office.workspace.treatmentRows(flagRow: row).count == 2)
  }

  @Test(
    "steps stand in the catalogue, or are given for words of one's own: at least one",
    arguments: [
      ["treatment": "1", "likelihood": "3"], ["treatment": "1", "impact": "1"],
      ["treatment": "A fence", "likelihood": "0", "impact": "0"],
      ["treatment": "1", "state": "withdrawn"],
    ])
  func steps(_ answers: [String: String]) throws {
    var bench = try Bench()
    #expect(throws: CommandError.self) {
      try bench.office.run(Invocation("flag.mitigate", on: [bench.flag], answers))
    }
  }

  @Test("a number of the list means one treatment: not for flags of several categories")
  func numbers() throws {
    var bench = try Bench()
    let other = try Bench.raise(&bench.office, bench.partner, "legal", 3, 3)
    let both = Invocation("flag.mitigate", on: [bench.flag, other], ["treatment": "1"])
    #expect(throws: CommandError.self) { try bench.office.run(both) }
    let same = try Bench.raise(&bench.office, bench.partner, "control", 3, 3)
    try bench.office.run(
      Invocation("flag.mitigate", on: [bench.flag, same], ["treatment": "1"]))
    #expect(bench.office.workspace.value(same, "status") == .text("treating"))
  }

  @Test("nobody escalates to themselves", arguments: ["me", "a.chen", "A. Chen"])
  func escalate(_ name: String) throws {
    var bench = try Bench()
    #expect(throws: CommandError.self) {
      try bench.office.run(Invocation("flag.escalate", on: [bench.flag], ["to": name]))
    }
    try bench.office.run(Invocation("flag.escalate", on: [bench.flag], ["to": "m.ruiz"]))
    #expect(bench.office.workspace.value(bench.flag, "status") == .text("escalated"))
  }

  // DOMAIN, Decisions: avoid is "treating; closed when the partnership is ended".
  @Test(
    "what was to be avoided is closed when the partnership is ended, and nothing else",
    arguments: ["limit", "suspend"])
  func avoided(_ how: String) throws {
    var bench = try Bench()
    let other = try Bench.raise(&bench.office, bench.partner, "legal", 3, 3)
    try bench.office.run(Invocation("flag.mitigate", on: [other], ["treatment": "1"]))
    try bench.office.run(
      Invocation("flag.avoid", on: [bench.flag], ["how": how, "reason": "too much"]))
    #expect(bench.office.workspace.value(bench.flag, "status") == .text("treating"))
    try bench.office.run(Invocation("flag.note", on: [bench.flag], ["text": "seen"]))
    try bench.office.run(
      Invocation("partner.stage", on: [bench.partner], ["stage": "ended", "reason": "over"]))
    #expect(bench.office.workspace.value(bench.flag, "status") == .text("closed"))
    #expect(bench.office.workspace.value(other, "status") == .text("treating"))
  }

  @Test(
    "an author is the same person however the name is written",
    arguments: [
      ("a.chen", "a.chen"), ("A.Chen", "a.chen"), (" a.chen ", "a.chen"), ("A. Chen", "a.chen"),
      ("nobody", "nobody"), ("а.chen", "а.chen"),
    ])
  func author(_ name: String, _ handle: String) throws {
    let bench = try Bench()
    #expect(bench.office.workspace.author(called: name) == handle)
  }
}
