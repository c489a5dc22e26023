import OfficeInMemory
import Testing

@testable import ConcordModel

/// The kinds that come from the table of fields alone: made, changed, read, and refused where what
/// they name is not there.
@Suite struct RecordKindsTests {
  private let day = MemoryOffice.today

  private struct Cast {
    var office: MemoryOffice
    let first: RecordID
    let second: RecordID
  }

  private func cast() throws -> Cast {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let first = try office.make("partner", "name=Ash County", "kind=county", "state=TX")
    let second = try office.make(
      "partner", "name=Deltawave Analytics, Inc.", "kind=vendor", "state=LA")
    return Cast(office: office, first: first, second: second)
  }

  private func edit(_ office: inout MemoryOffice, _ id: RecordID, _ fields: String...) throws {
    var invocation = Invocation("record.edit", on: [id])
    invocation.answers["field"] = fields
    try office.run(invocation)
  }

  private func rows(_ workspace: Workspace, _ kind: RecordKind, _ filter: String) -> Int {
    let plan = FilterPlan(Filter(filter), kind: kind, in: workspace, me: nil)
    #expect(plan.problems.isEmpty, "\(filter)")
    let order = SortOrder(text: "-" + workspace.fields[kind].titleField)
    return Listing(kind, order, in: workspace).rows(plan, in: workspace).rows.count
  }

  @Test("an agreement keeps what it covers, and its state begins as a draft")
  func agreement() throws {
    var cast = try cast()
    let id = try cast.office.make(
      "agreement", "partners=Deltawave Analytics, Inc., Ash County", "type=DSA",
      "title=Data sharing", "signed=2026-01-02", "effective=2026-02-01", "ends=2026-12-31",
      "counsel=m.ruiz", "counsel-reviewed=2025-12-30", "data-categories=personal-data,travel",
      "markings=CUI,TLP:AMBER", "directions=given,received", "purposes=investigation",
      "breach-hours=24", "exercise-months=12", "covers-operations=no", "oversight=Joint board")
    var agreement = Agreement(cast.office.workspace, 0)
    #expect(agreement.id == id && agreement.state == "draft" && agreement.type == "dsa")
    #expect(agreement.partners == [cast.first, cast.second].sorted())
    #expect(agreement.ends == Day("2026-12-31") && agreement.breachHours == 24)
    #expect(agreement.dataCategories == ["personal-data", "travel"])
    #expect(agreement.markings == ["cui", "tlp-amber"] && agreement.exerciseMonths == 12)
    #expect(agreement.needsCounsel && agreement.coversData && !agreement.coversOperations)
    #expect(!agreement.isInForce(on: day))
    #expect(cast.office.workspace.title(id) == "Data sharing")

    try edit(&cast.office, id, "state=in-force")
    agreement = Agreement(cast.office.workspace, 0)
    #expect(agreement.isInForce(on: day))
    for (text, isInForce) in [
      ("2026-01-31", false), ("2026-02-01", true), ("2026-12-31", true), ("2027-01-01", false),
    ] {
      #expect(agreement.isInForce(on: try #require(Day(text))) == isInForce, "\(text)")
    }
    try edit(&cast.office, id, "auto-renewal=yes")
    let later = try #require(Day("2027-01-01"))
    #expect(Agreement(cast.office.workspace, 0).isInForce(on: later))
    #expect(!Agreement(cast.office.workspace, 0).isPastEnd(on: later))
  }

  @Test("partners are taken out of an agreement one by one, but not the last")
  func partnersOfAnAgreement() throws {
    var cast = try cast()
    let id = try cast.office.make(
      "agreement", "partners=Ash County", "type=mou", "title=Liaison")
    func rows(_ partner: RecordID) -> [Int] {
      cast.office.workspace.row(partner).map {
        cast.office.workspace.agreementRows(partnerRow: $0)
      } ?? []
    }
    #expect(rows(cast.first) == [0] && rows(cast.second) == [])
    try edit(&cast.office, id, "partners=+Deltawave Analytics, Inc.")
    #expect(rows(cast.first) == [0] && rows(cast.second) == [0])
    try edit(&cast.office, id, "partners=-Ash County")
    #expect(rows(cast.first) == [] && rows(cast.second) == [0])
    #expect(throws: CommandError.self) {
      try edit(&cast.office, id, "partners=-\(cast.second.text)")
    }
    #expect(throws: CommandError.self) { try edit(&cast.office, id, "partners=") }
    try edit(&cast.office, id, "partners=\(cast.first.text)")
    #expect(rows(cast.first) == [0] && rows(cast.second) == [])
    try cast.office.run(Invocation("record.end", on: [id], ["reason": "a mistake"]))
    #expect(rows(cast.first) == [])
  }

  @Test("an entry of the ledger counts for what its kind says, or for what a person wrote")
  func exchange() throws {
    var cast = try cast()
    func make(_ fields: String...) throws -> Exchange {
      var invocation = Invocation("record.create")
      invocation.answers = [
        "kind": ["exchange"],
        "field": ["partner=Ash County", "date=2026-11-02", "direction=received"] + fields,
      ]
      let made = try cast.office.run(invocation)
      let row = made.records.first.flatMap { cast.office.workspace.row($0) }
      return Exchange(cast.office.workspace, try #require(row))
    }
    let money = try make("kind=money", "quantity=150", "mission=cybersecurity")
    #expect(money.centipoints == 150 && money.isReceived && money.mission == "cybersecurity")
    #expect(!money.isMutual && money.needsAgreement)
    let hours = try make("kind=hours", "quantity=7")
    #expect(hours.centipoints == 700 && hours.isMutual && !hours.needsAgreement)
    #expect(try make("kind=hours", "quantity=7", "points=3").centipoints == 300)
    // As much as can be written, and far more.
    #expect(try make("kind=technology", "quantity=10000000000").centipoints == 25_000_000_000_000)
    let worth = cast.office.workspace.rows(.exchange).map {
      cast.office.workspace.fields[.exchange].field("worth")?.derive?(cast.office.workspace, $0)
    }
    #expect(worth.prefix(3) == [.integer(2), .integer(7), .integer(3)])
    #expect(cast.office.workspace.exchangeRows(partnerRow: 0) == [0, 1, 2, 3])
    #expect(throws: CommandError.self) { try make("kind=hours", "quantity=10000000001") }
    #expect(throws: CommandError.self) { try make("kind=hours", "quantity=-1") }
  }

  @Test("an entry of a newer version with a greater number than any counts for the most there is")
  func greatNumbers() {
    var workspace = MemoryOffice().workspace
    let id = RecordID(.exchange, bits: 1)
    let values = [NamedValue("kind", .text("hours")), NamedValue("quantity", .integer(.max))]
    workspace.fold(.new(id, values, derived: false), line: LineID("A", 1), time: 1)
    workspace.finishChange()
    #expect(Exchange(workspace, 0).centipoints == 1_000_000_000_000_000_000)
    #expect(
      workspace.fields[.exchange].field("worth")?.derive?(workspace, 0)
        == .integer(10_000_000_000_000_000))
  }

  @Test("an exercise is rated as its worst capability; one rated twice has the worse")
  func exercise() throws {
    var cast = try cast()
    let agreement = try cast.office.make(
      "agreement", "partners=Ash County", "type=mou", "title=Liaison")
    let id = try cast.office.make(
      "exercise", "partners=Ash County", "date=2026-05-05", "kind=full-scale", "title=Flood",
      "agreement=\(agreement.text)", "rated-p=Mass care, Planning",
      "rated-m=Communications, Mass care")
    let exercise = Exercise(cast.office.workspace, 0)
    #expect(exercise.id == id && exercise.rating == .majorChallenges)
    #expect(
      exercise.ratings == [
        "Mass care": .majorChallenges, "Planning": .performed, "Communications": .majorChallenges,
      ])
    #expect(exercise.agreement == agreement)
    #expect(cast.office.workspace.exerciseRows(agreementRow: 0) == [0])
    #expect(cast.office.workspace.exerciseRows(partnerRow: 0) == [0])
    try edit(&cast.office, id, "rated-m=")
    #expect(Exercise(cast.office.workspace, 0).rating == .performed)
    try edit(&cast.office, id, "rated-p=")
    #expect(Exercise(cast.office.workspace, 0).rating == nil)
  }

  @Test("an engagement keeps who took part and what was promised")
  func engagement() throws {
    var cast = try cast()
    _ = try cast.office.make(
      "engagement", "partners=Ash County; Deltawave Analytics, Inc.", "date=fri",
      "topic=Yearly review", "people=J. Roe (chief), K. Poe (counsel)",
      "commitments=we send the form", "owner=m.ruiz", "due=+14d")
    let engagement = Engagement(cast.office.workspace, 0)
    #expect(engagement.date == Day("2026-11-27") && engagement.due == day.adding(days: 14))
    #expect(engagement.people == ["J. Roe (chief)", "K. Poe (counsel)"])
    #expect(engagement.partners.count == 2 && engagement.owner != nil)
    for row in 0..<2 {
      #expect(cast.office.workspace.engagementRows(partnerRow: row) == [0])
    }
  }

  @Test("an access fact holds from its first day to its last")
  func accessFact() throws {
    var cast = try cast()
    _ = try cast.office.make(
      "access-fact", "partner=Ash County", "kind=channel", "scope=HSIN", "from=2026-01-01",
      "until=2026-11-21", "checked-by=m.ruiz")
    let fact = AccessFact(cast.office.workspace, 0)
    for (text, holds) in [
      ("2025-12-31", false), ("2026-01-01", true), ("2026-11-21", true), ("2026-11-22", false),
    ] {
      #expect(fact.isInForce(on: try #require(Day(text))) == holds, "\(text)")
    }
    #expect(rows(cast.office.workspace, .accessFact, "in-force:yes") == 1)
    #expect(cast.office.workspace.accessFactRows(partnerRow: 0) == [0])
  }

  @Test("an incident is late from the moment after the agreed hours, and notified late for good")
  func incident() throws {
    var cast = try cast()
    let flag = try cast.office.flag(cast.first, "security", "Laptops are not encrypted", 3, 3)
    let id = try cast.office.make(
      "incident", "partner=Ash County", "kind=breach", "title=Laptop lost",
      "noticed=2026-11-20T10:00:00Z", "agreed-hours=24", "flags=\(flag.text)")
    let last = try #require(Instant(iso: "2026-11-21T10:00:00Z"))
    let after = Instant(milliseconds: last.milliseconds + 1)
    var incident = Incident(cast.office.workspace, 0)
    #expect(incident.notifyBy == last && incident.flags == [flag])
    #expect(!incident.isNotifiedLate(at: last) && incident.isNotifiedLate(at: after))
    #expect(cast.office.workspace.incidentRows(flagRow: 0) == [0])
    #expect(cast.office.workspace.incidentRows(partnerRow: 0) == [0])
    #expect(rows(cast.office.workspace, .incident, "open:yes flags:laptops") == 1)
    try edit(
      &cast.office, id, "notified=2026-11-21T10:00:00.001Z", "contained=2026-11-21T12:00:00Z")
    incident = Incident(cast.office.workspace, 0)
    #expect(incident.isNotifiedLate(at: last) && incident.contained != nil)
    #expect(rows(cast.office.workspace, .incident, "open:no") == 1)
    try edit(&cast.office, id, "agreed-hours=")
    #expect(!Incident(cast.office.workspace, 0).isNotifiedLate(at: after))
  }

  @Test("a finding is made by rules: people neither make one nor change its fields")
  func finding() throws {
    var cast = try cast()
    #expect(!RecordDefaults.canBeCreated(.finding))
    #expect(throws: CommandError.self) { _ = try cast.office.make("finding", "rule=contact.stale") }
    var workspace = cast.office.workspace
    let id = RecordID.derived(.finding, from: ["contact.stale", "2026-11-21"])
    let values = [
      NamedValue("day", .text("2026-11-21")),
      NamedValue("partners", .texts([cast.first, cast.second].sorted().map(\.text))),
      NamedValue("rule", .text("contact.stale")), NamedValue("state", .text("open")),
    ]
    workspace.fold(.new(id, values, derived: true), line: LineID("R", 1), time: 9)
    workspace.finishChange()
    let finding = Finding(workspace, 0)
    #expect(finding.state == .open && finding.day == day && finding.partners.count == 2)
    #expect(workspace.findingRows(partnerRow: 0) == [0])
    #expect(workspace.findingRows(partnerRow: 1) == [0])
    #expect(throws: CommandError.self) {
      _ = try FieldAssignment(
        "state=silenced", schema: .finding, workspace: workspace, today: day)
    }
  }

  @Test(
    "who is not on record, and what is no value of its field, is refused with a sentence",
    arguments: [
      ("agreement", ["partners=Nobody", "type=mou", "title=T"], "no record is called “Nobody”"),
      (
        "agreement", ["partners=Ash County, Nobody", "type=mou", "title=T"],
        "no record is called “Nobody”"
      ),
      (
        "agreement", ["type=mou", "title=T"],
        "field partners of an agreement: it is required, and may not be blank"
      ),
      (
        "exchange", ["partner=P-000000000001", "date=today", "direction=given"],
        "no record is called “P-000000000001”"
      ),
      (
        "incident", ["partner=Ash County", "noticed=yesterday"],
        "noticed is “yesterday”: expected a moment such as 2026-11-21T14:02:31Z"
      ),
      (
        "incident", ["flags=P-000000000001"], "no record is called “P-000000000001”"
      ),
      (
        "agreement", ["breach-hours=8761"],
        "breach-hours is “8761”: expected a whole number from 0 to 8760"
      ),
      ("exercise", ["agreement=Ash County"], "no record is called “Ash County”"),
    ])
  func refused(_ kind: String, _ fields: [String], _ sentence: String) throws {
    var cast = try cast()
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": fields]
    let error = #expect(throws: CommandError.self) { try cast.office.run(invocation) }
    #expect(error?.sentence == sentence)
  }

  @Test("words, partners' fields and titles find a record with several partners")
  func filters() throws {
    var cast = try cast()
    _ = try cast.office.make(
      "agreement", "partners=Ash County, Deltawave Analytics, Inc.", "type=mou", "title=Liaison")
    _ = try cast.office.make("agreement", "partners=Ash County", "type=nda", "title=Tour")
    let workspace = cast.office.workspace
    for (filter, count) in [
      ("deltawave", 1), ("ash", 2), ("kind:vendor", 1), ("state:draft", 2), ("stage:prospect", 2),
      ("partners:\"ash county\"", 2), ("partners:\(cast.second.text)", 1), ("partners:any", 2),
      ("partners:none", 0), ("liaison", 1), ("kind:police", 0),
    ] {
      #expect(rows(workspace, .agreement, filter) == count, "\(filter)")
    }
    let byPartner = RowSorter.rows(.agreement, SortOrder(text: "-partners"), in: workspace)
    #expect(byPartner.count == 2)
  }

  @Test("names with commas, semicolons between them, and ids are all read")
  func referenceLists() throws {
    let cast = try cast()
    let workspace = cast.office.workspace
    let both = [cast.first, cast.second]
    for text in [
      "Ash County, Deltawave Analytics, Inc.", "Ash County; Deltawave Analytics, Inc.",
      "\(cast.first.text),\(cast.second.text)", "ash county,, deltawave analytics inc , ",
      "Ash County, ash county, \(cast.second.text)",
    ] {
      #expect(
        try ReferenceList.ids(text, kinds: [.partner], in: workspace) == both, "\(text)")
    }
    #expect(try ReferenceList.ids(" ; , ", kinds: [.partner], in: workspace) == [])
  }
}
