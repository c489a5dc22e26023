import OfficeInMemory
import Testing

@testable import ConcordModel

/// What a rule would raise by the dozen becomes one finding, from which a person raises, plans or
/// silences.
@Suite struct FindingTests {
  private let rule = "capability.single-source"

  /// An office whose partners all come to be active in one change, each the only one with what it has.
  private func office(_ count: Int, tiers: (Int) -> String = { _ in "3" }) throws
    -> (office: MemoryOffice, partners: [RecordID])
  {
    var office = MemoryOffice()
    var partners: [RecordID] = []
    for number in 1...count {
      let partner = try office.make(
        "partner", "name=Institute \(number)", "kind=state", "tier=" + tiers(number),
        "state=" + (number % 2 == 0 ? "TX" : "LA"))
      _ = try office.make(
        "capability", "partner=\(partner.text)", "name=Imagery of place \(number)", "needed=yes")
      partners.append(partner)
    }
    try office.run(Invocation("partner.stage", on: partners, ["stage": "active"]))
    return (office, partners)
  }

  private func findings(_ office: MemoryOffice) -> [Finding] {
    office.workspace.rows(.finding).map { Finding(office.workspace, $0) }
  }

  private func flags(_ office: MemoryOffice) -> Int { office.workspace.count(.flag) }

  private func today(_ office: MemoryOffice) -> Day { MemoryOffice.today }

  @Test("fifty flags of one run are raised; the fifty-first makes a finding of them all")
  func border() throws {
    #expect(Policy.standard.surge.flags == 50)
    let (few, _) = try office(50)
    #expect(flags(few) == 50 && findings(few).isEmpty)
    let (many, partners) = try office(51)
    #expect(flags(many) == 0)
    let finding = try #require(findings(many).first)
    #expect(findings(many).count == 1)
    #expect(finding.rule == rule && finding.state == .open && finding.day == MemoryOffice.today)
    #expect(finding.partners == partners.sorted() && finding.tiers == "tier 3: 51")
    #expect(finding.isWaiting(on: MemoryOffice.today))
  }

  @Test("those of tier 1 are never held back, nor those at high or above")
  func never() throws {
    let (office, partners) = try office(60) { $0 <= 3 ? "1" : "2" }
    // (3,3) is moderate; at tier 1 it is (3,4).
    #expect(flags(office) == 3)
    let finding = try #require(findings(office).first)
    #expect(finding.partners == partners.dropFirst(3).sorted())
    #expect(finding.tiers == "tier 2: 57")
  }

  @Test("what is held is not raised by the next change, and not held twice")
  func held() throws {
    var (office, partners) = try office(51)
    var edit = Invocation("record.edit", on: [partners[0]])
    edit.answers["field"] = ["tags=seen"]
    try office.run(edit)
    #expect(flags(office) == 0 && findings(office).count == 1)
    // Its tier rises: it is not held any more.
    edit.answers["field"] = ["tier=1"]
    try office.run(edit)
    #expect(flags(office) == 1)
  }

  @Test("raised, all its flags come at once, with the reason on record; undone, they go")
  func raise() throws {
    var (office, partners) = try office(51)
    let finding = try #require(findings(office).first)
    try office.run(
      Invocation("finding.raise", on: [finding.id], ["reason": "the region asked for it"]))
    #expect(flags(office) == 51 && findings(office).count == 1)
    let now = try #require(findings(office).first)
    #expect(now.state == .raised && !now.isWaiting(on: MemoryOffice.today))
    #expect(now.reason == "the region asked for it")
    let decision = try #require(
      office.workspace.decisionRows(of: finding.id).first.map { Decision(office.workspace, $0) })
    #expect(decision.choice == "raise" && decision.author == "a.chen")
    // A flag that ends later stays ended: the finding does not hold it.
    try office.run(
      Invocation("partner.stage", on: [partners[0]], ["stage": "ended", "reason": "over"]))
    #expect(flags(office) == 51)
  }

  @Test("raised in part, a finding of its own has the part, the rest waits on")
  func part() throws {
    var (office, _) = try office(51)
    let finding = try #require(findings(office).first)
    try office.run(
      Invocation(
        "finding.raise", on: [finding.id], ["reason": "Texas first", "filter": "state:TX"]))
    #expect(flags(office) == 25)
    let all = findings(office)
    #expect(all.map(\.state) == [.open, .raised])
    #expect(all.map { $0.remaining.count } == [26, 25])
    #expect(office.workspace.value(finding.id, "state") == .text("open"))
    // The rest, silenced: nothing is left to decide on.
    try office.run(
      Invocation("finding.silence", on: [finding.id], ["reason": "not ours", "until": "+30d"]))
    #expect(flags(office) == 25)
    #expect(findings(office).allSatisfy { !$0.isWaiting(on: MemoryOffice.today) })
    #expect(
      findings(office).contains { $0.isWaiting(on: MemoryOffice.today.adding(days: 30)) })
  }

  @Test("a filter that leaves nobody, one that is no filter, and a blank reason are refused")
  func refusals() throws {
    var (office, _) = try office(51)
    let finding = try #require(findings(office).first)
    for (answers, words) in [
      (["reason": "r", "filter": "state:NY"], "leaves none of its 51 partners"),
      (["reason": "r", "filter": "colour:red"], "colour"),
      (["reason": "  "], "--reason"),
    ] {
      let error = #expect(throws: CommandError.self) {
        try office.run(Invocation("finding.silence", on: [finding.id], answers))
      }
      #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }
    #expect(findings(office).first?.state == .open)
  }

  @Test("planned, each flag comes on a day of its own between first and last, and only then")
  func plan() throws {
    var (office, partners) = try office(60)
    let finding = try #require(findings(office).first)
    try office.run(
      Invocation(
        "finding.plan", on: [finding.id], ["reason": "with the visits", "months": "2"]))
    let planned = try #require(findings(office).first)
    let from = try #require(planned.planFrom)
    let until = try #require(planned.planUntil)
    #expect(from == MemoryOffice.today.adding(days: 1))
    #expect(flags(office) == 0)
    let days = try partners.map { try #require(planned.plannedDay($0)) }
    #expect(days.allSatisfy { (from...until).contains($0) })
    #expect(Set(days).count > 20, "they are spread")
    var raised: [Int] = []
    for day in [from.adding(days: -1), from.adding(days: 20), until] {
      office.turn(to: day)
      raised.append(flags(office))
      #expect(flags(office) == days.filter { $0 <= day }.count)
    }
    #expect(raised.last == 60 && findings(office).count == 1)
  }

  @Test("the turn of a day raises, closes and holds back as a change does, and once only")
  func daily() throws {
    var (office, _) = try office(51)
    let before = office.workspace.count(.finding)
    let operations = office.turn(to: MemoryOffice.today.adding(days: 1))
    #expect(operations == 0 && office.workspace.count(.finding) == before)
  }
}
