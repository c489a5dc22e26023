import OfficeInMemory
import Testing

@testable import ConcordModel

/// What checks find fault with in partners, their ties and people.
@Suite struct PartnerCheckTests {
  private let alike = "partner.look-alike"

  @Test(
    "two partners of one name and place look the same; elsewhere, or in another town, they do not",
    arguments: [
      ("JEFFERSON  County", "county", "state=TX", true),
      ("Jefferson County", "county", "state=LA", false),
      ("Jefferson County", "county", "state=TX,city=Elsewhere", true),
      ("Jefferson Township", "city", "state=TX", false),
    ])
  func names(_ name: String, _ kind: String, _ place: String, _ isAlike: Bool) throws {
    var bench = try CheckBench()
    let first = try bench.office.make(
      "partner", "name=Jefferson County", "kind=county", "state=TX", "country=US")
    let fields = place.split(separator: ",").map(String.init)
    var invocation = Invocation("record.create")
    invocation.answers = [
      "kind": ["partner"], "field": ["name=\(name)", "kind=\(kind)", "country=US"] + fields,
    ]
    let second = try #require(try bench.office.run(invocation).records.first)
    let findings = try bench.findings(alike)
    #expect(findings.map(\.fault) == (isAlike ? [CheckFault(second, with: first)] : []))
    guard isAlike else { return }
    let sentence = try #require(findings.first).sentence(in: bench.workspace)
    #expect(sentence.hasSuffix("may be the same: the same name and place"), "\(sentence)")
    try bench.mend(alike)
  }

  @Test("towns are told apart by their city, parts of federal bodies by what they are part of")
  func bodies() throws {
    var bench = try CheckBench()
    for city in ["Ash", "Birch"] {
      _ = try bench.office.make(
        "partner", "name=Town of Lincoln", "kind=city", "state=VT", "country=US", "city=\(city)")
    }
    let bodies = try ["Department of One", "Department of Two"].map {
      try bench.office.make("partner", "name=\($0)", "kind=federal")
    }
    let parts = try (0..<2).map { _ in
      try bench.office.make("partner", "name=Office of Inspection", "kind=federal")
    }
    #expect(try bench.found(alike).records == [parts[1]])
    for (part, body) in zip(parts, bodies) {
      _ = try bench.office.make(
        "link", "from=\(part.text)", "to=\(body.text)", "type=member-of")
    }
    #expect(try bench.found(alike).records.isEmpty)
  }

  @Test("an identifier or a domain in common is the same partner; an ended one is no twin")
  func marks() throws {
    var bench = try CheckBench()
    let first = try bench.office.make(
      "partner", "name=Ash", "kind=vendor", "identifiers=uei:ABC,cage:1", "domains=ash.example")
    let second = try bench.office.make(
      "partner", "name=Birch", "kind=vendor", "identifiers=UEI:abc", "domains=Ash.Example")
    let findings = try bench.findings(alike)
    #expect(findings.map(\.fault) == [CheckFault(second, with: first)], "one pair, told once")
    #expect(
      try #require(findings.first).sentence(in: bench.workspace)
        .hasSuffix("may be the same: both have ash.example"))
    bench.office.write(first, ["stage": .text("ended")])
    #expect(try bench.found(alike).records.isEmpty)
  }

  @Test("a pair of the review list waits for an answer, and has it from the review")
  func review() throws {
    var bench = try CheckBench()
    let one = try bench.office.make("partner", "name=Ash Lab", "kind=laboratory")
    let two = try bench.office.make("partner", "name=Lab of Ash", "kind=laboratory")
    _ = try bench.office.make("link", "from=\(one.text)", "to=\(two.text)", "type=possible-same")
    let found = try bench.found(alike)
    #expect(found.records == [two])
    #expect(found.sentence.hasSuffix("an import could not tell"))
    let remedy = try #require(try bench.findings(alike).first).remedy(in: bench.workspace)
    #expect(remedy.command == "review.settle")
    try bench.mend(alike)
    #expect(try bench.found(alike).records.isEmpty)
  }

  @Test("a link to itself, and one that ends before it begins")
  func links() throws {
    var bench = try CheckBench()
    let other = try bench.office.make("partner", "name=Other", "kind=vendor")
    let sound = try bench.office.make(
      "link", "from=\(bench.partner.text)", "to=\(other.text)", "type=hosts", "since=2026-01-01",
      "until=2026-01-01")
    let own = try bench.office.make(
      "link", "from=\(other.text)", "to=\(other.text)", "type=hosts")
    let late = try bench.office.make(
      "link", "from=\(bench.partner.text)", "to=\(other.text)", "type=owns", "since=2026-01-02",
      "until=2026-01-01")
    #expect(try bench.found("link.to-itself").records == [own])
    #expect(try bench.found("link.to-itself").sentence == "Other: hosts itself")
    let found = try bench.found("link.ends-before-it-begins")
    #expect(found.records == [late] && found.records != [sound])
    #expect(found.sentence == "Deltawave, owns Other: since 2026-01-02, until 2026-01-01")
    try bench.mend("link.to-itself")
    try bench.mend("link.ends-before-it-begins")
  }

  @Test("a capability that is needed for nothing in particular")
  func capabilities() throws {
    var bench = try CheckBench()
    let wrong = try bench.office.make(
      "capability", "partner=\(bench.partner.text)", "name=Imagery", "needed=yes")
    _ = try bench.office.make(
      "capability", "partner=\(bench.partner.text)", "name=Boats", "needed=no")
    _ = try bench.office.make(
      "capability", "partner=\(bench.partner.text)", "name=Dogs", "needed=yes",
      "mission=border-security")
    let found = try bench.found("capability.needed-without-mission")
    #expect(found.records == [wrong])
    #expect(found.sentence == "Deltawave: “Imagery” is needed, and has no mission area")
    try bench.mend("capability.needed-without-mission", ["MISSION": "border-security"])
  }

  @Test("two people with one author name, or with one account")
  func people() throws {
    var bench = try CheckBench()
    let twin = try bench.office.make("person", "handle=m.ruiz", "name=Maria Ruiz")
    let found = try bench.found("person.same-handle")
    #expect(found.records == [twin])
    #expect(found.sentence == "Maria Ruiz has the author name m.ruiz of M. Ruiz")
    try bench.mend("person.same-handle", ["HANDLE": "maria.ruiz"])
    bench.office.write(bench.chen, ["accounts": .set(["desk@gulf", "chen@gulf"])])
    bench.office.write(twin, ["accounts": .set(["desk@gulf"])])
    let shared = try bench.found("person.shared-account")
    #expect(shared.records == [twin])
    #expect(shared.sentence == "Maria Ruiz and A. Chen both have desk@gulf")
    try bench.mend("person.shared-account", ["ACCOUNTS": "maria@gulf"])
  }

  @Test("an owner or assignee who is gone: of what is still to be cared for alone")
  func gone() throws {
    var bench = try CheckBench()
    let old = try bench.office.make("person", "handle=old", "name=Old")
    let flag = try bench.flag("Live", ["owner": "old"])
    let closed = try bench.flag("Closed", ["owner": "old"])
    try bench.office.run(Invocation("flag.close", on: [closed], ["evidence": "x"]))
    let made = try bench.office.run(
      Invocation("case.open", on: [bench.partner], ["assignee": "old"]))
    let tasks = made.records.filter { $0.kind == .task }
    for task in tasks.dropFirst() { bench.office.write(task, ["status": .text("passed")]) }
    bench.office.write(bench.partner, ["owner": .text(old.text)])
    #expect(try bench.found("person.gone").records.isEmpty)
    bench.office.remove(old)
    let found = try bench.found("person.gone")
    #expect(found.records == [bench.partner, flag, tasks[0]])
    #expect(
      found.sentence == "partner “Deltawave”: the owner, \(old.text), is not on record")
    for _ in 0..<3 { try bench.mend("person.gone") }
    #expect(try bench.found("person.gone").records.isEmpty)
  }
}
