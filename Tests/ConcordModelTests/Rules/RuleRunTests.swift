import OfficeInMemory
import Testing

@testable import ConcordModel

/// What rules raise, bring up to date, close and open again, by the rule of single sources.
@Suite struct RuleRunTests {
  private let rule = "capability.single-source"

  /// An office with an active partner that alone has a capability we need.
  private func office(stage: String = "active", tier: String = "2") throws
    -> (office: MemoryOffice, partner: RecordID, capability: RecordID)
  {
    var office = MemoryOffice()
    let partner = try office.make(
      "partner", "name=Ash Institute", "kind=laboratory", "tier=" + tier)
    let capability = try office.make(
      "capability", "partner=\(partner.text)", "name=Maritime imagery",
      "mission=border-security", "region=Gulf", "needed=yes")
    try move(partner, stage, &office)
    return (office, partner, capability)
  }

  private func move(_ partner: RecordID, _ stage: String, _ office: inout MemoryOffice) throws {
    guard stage != "prospect" else { return }
    try office.run(
      Invocation("partner.stage", on: [partner], ["stage": stage, "reason": "as agreed"]))
  }

  private func flags(_ office: MemoryOffice) -> [Flag] {
    office.workspace.rows(.flag).map { Flag(office.workspace, $0) }
  }

  private func flag(_ office: MemoryOffice) throws -> Flag { try #require(flags(office).first) }

  @Test("it raises one flag with rule, subject, facts, reason and the policy's rating")
  func raising() throws {
    let (office, partner, capability) = try office()
    #expect(flags(office).count == 1)
    let flag = try flag(office)
    #expect(flag.partner == partner && flag.rule == rule && flag.source == "rule")
    #expect(flag.status == .open && flag.isRatedByRule && flag.category == "control")
    #expect(flag.title == "Only one source of Maritime imagery")
    #expect(flag.explanation?.contains("no other active partner") == true)
    #expect(office.workspace.value(flag.id, "subject") == .text(capability.text))
    #expect(flag.id == .derived(.flag, from: [rule, partner.text, capability.text]))
    let rating = try #require(Policy.standard.rule(rule)?.ratings.first)
    #expect(flag.inherent == rating)
  }

  @Test(
    "impact is moved by the tier",
    arguments: [("1", 1), ("2", 0), ("3", -1)])
  func tiers(tier: String, change: Int) throws {
    let (office, _, _) = try office(tier: tier)
    let start = try #require(Policy.standard.rule(rule)?.ratings.first)
    #expect(
      try flag(office).inherent
        == Rating(likelihood: start.likelihood, impact: start.impact + change))
  }

  @Test("nothing is raised for prospects, those in vetting and ended ones")
  func unmanaged() throws {
    for stage in ["prospect", "vetting", "ended"] {
      #expect(flags(try office(stage: stage).office).isEmpty, "\(stage)")
    }
  }

  @Test("an alternative elsewhere closes it, and its end opens it again, on record as the rule's")
  func closing() throws {
    var (office, partner, _) = try office()
    let other = try office.make("partner", "name=Birch Lab", "kind=laboratory")
    let second = try office.make(
      "capability", "partner=\(other.text)", "name=Coast pictures", "mission=border-security",
      "region=gulf")
    #expect(try flag(office).status == .open, "a prospect is no alternative")
    try move(other, "active", &office)
    #expect(try flag(office).status == .closed)
    #expect(try flag(office).partner == partner)
    try move(other, "ended", &office)
    #expect(try flag(office).status == .open && flags(office).count == 1)
    let flag = try flag(office)
    let decisions = office.workspace.decisionRows(of: flag.id).map {
      Decision(office.workspace, $0)
    }
    #expect(decisions.map(\.choice) == ["close", "reopen"])
    #expect(decisions.allSatisfy { $0.author == "rule" && $0.details == rule })
    #expect(second.kind == .capability)
  }

  @Test("one that was dismissed, or closed with evidence, stays as long as the facts do")
  func dismissed() throws {
    for (verb, answers) in [
      ("flag.dismiss", ["reason": "not ours"]), ("flag.close", ["evidence": "letter"]),
    ] {
      var (office, partner, _) = try office()
      try office.run(Invocation(verb, on: [flag(office).id], answers))
      let status = try flag(office).status
      #expect(!status.isLive)
      var edit = Invocation("record.edit", on: [partner])
      edit.answers["field"] = ["tier=1"]
      try office.run(edit)
      #expect(try flag(office).status == status)
    }
  }

  @Test("a person's rating stays when the rule looks again; a rule's own follows the tier")
  func ratings() throws {
    var (office, partner, _) = try office()
    var edit = Invocation("record.edit", on: [partner])
    edit.answers["field"] = ["tier=1"]
    let before = try #require(try flag(office).inherent)
    try office.run(edit)
    #expect(try flag(office).inherent?.impact == before.impact + 1)
    try office.run(
      Invocation(
        "flag.reassess", on: [flag(office).id],
        ["likelihood": "2", "impact": "2", "reason": "seen it"]))
    edit.answers["field"] = ["tier=3"]
    try office.run(edit)
    #expect(try flag(office).inherent == Rating(likelihood: 2, impact: 2))
  }

  @Test("a partner that ends takes its rule flags with it")
  func ending() throws {
    var (office, partner, _) = try office()
    try move(partner, "ended", &office)
    #expect(try flag(office).status == .closed)
  }

  @Test("what a person wrote is left alone: rules speak of their own flags only")
  func persons() throws {
    var (office, partner, _) = try office()
    let own = try office.flag(partner, "control", "No oversight body", 3, 3)
    try move(partner, "ended", &office)
    let row = try #require(office.workspace.row(own))
    #expect(Flag(office.workspace, row).status == .open)
  }
}
