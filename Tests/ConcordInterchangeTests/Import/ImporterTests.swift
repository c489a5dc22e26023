import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Importing a file")
struct ImporterTests {
  @Test("Columns are mapped by hand, by template and by their names; others are the office's own")
  func mapping() throws {
    var bench = ImportBench()
    let options = ImportOptions(
      map: [
        "{jurisdiction} Emergency Management=name", "code=state", "Kürzel=", "Rank = x.Rang",
      ], set: ["kind=emergency", "country=US"])
    let result = try bench.run(
      "jurisdiction,code,Tags,Kürzel,Rank,Phone (24h),City\n"
        + "Alabama,AL,\"a, b; c\",q,1,+1 205,Clanton\nNew\tMexico,New Mexico,,,,,\n", options)
    #expect(result.preset == nil)
    #expect(result.counts == [2, 0, 0, 0, 0])
    let name = "Alabama Emergency Management"
    #expect(bench.value(name, "state") == .text("AL"))
    #expect(bench.value(name, "tags") == .texts(["a", "b", "c"]))
    #expect(bench.value(name, "x.rang") == .text("1"))
    #expect(bench.value(name, "x.phone-24h") == .text("+1 205"))
    #expect(bench.value(name, "city") == .text("Clanton"))
    #expect(bench.value(name, "x.kürzel") == nil)
    #expect(bench.value("New Mexico Emergency Management", "state") == .text("NM"))
  }

  @Test("A body that is there with its country is known by its state alone: no second one is made")
  func countryByState() throws {
    var bench = ImportBench()
    let kind = ImportOptions(set: ["kind=county"])
    _ = try bench.run("name,state,country\nMerrowby Parish,LA,US\n", kind)
    let result = try bench.run("name,state\nMerrowby Parish,LA\nVerrano Parish,Louisiana\n", kind)
    #expect(result.counts[0] == 1 && result.counts[3] == 1, "\(result.counts)")
    #expect(bench.value("Verrano Parish", "country") == .text("US"))
    let other = try bench.run("name,state\nMerrowby Parish,Bavaria\n", kind)
    #expect(other.counts[0] == 1 && bench.partners(named: "Merrowby Parish").count == 2)
  }

  @Test(
    "What cannot be mapped is said before the first row",
    arguments: [
      (
        ImportOptions(map: ["Nom=name"]),
        "t.csv: no column is called \u{201C}Nom\u{201D}; there are name, where."
      ),
      (
        ImportOptions(),
        "t.csv: nothing gives the kind: add --map 'COLUMN=kind' or --set kind=VALUE "
          + "(columns: name, where)."
      ),
      (
        ImportOptions(set: ["kind=company"]).with { $0.preset = "dotgof" },
        "t.csv: there is no preset \u{201C}dotgof\u{201D}; there are dotgov, federal-agencies, "
          + "fusion, riss, sp500, state-emergency, tribes, universities."
      ),
      (
        ImportOptions().with { $0.preset = "dotgov" },
        "t.csv: preset dotgov needs a column \u{201C}Domain name\u{201D}, which the file does not have."
      ),
      (
        ImportOptions(set: ["kind=company"]).with { $0.tier = 4 },
        "t.csv: --tier is \u{201C}4\u{201D}: expected 1, 2 or 3."
      ),
      (
        ImportOptions(set: ["kind=company"]).with {
          $0.adoption = Adoption(stage: "active", reason: " ")
        },
        "t.csv: --adopt is \u{201C}\u{201D}: expected the reason why they come in without vetting."
      ),
    ])
  func refusedFiles(options: ImportOptions, sentence: String) {
    #expect(ImportBench().failure("name,where\nA,B\n", options)?.description == sentence)
  }

  @Test("A field that only commands write is no target")
  func commandFields() {
    let failure = ImportBench().failure("name,s\nA,active\n", ImportOptions(map: ["s=stage"]))
    guard case .unknownField(name: "stage", _)? = failure?.reason else {
      Issue.record("stage was taken")
      return
    }
  }

  @Test("Refused rows are counted, listed with line and reason, and can be mended and read again")
  func rejects() throws {
    var bench = ImportBench()
    let options = ImportOptions(set: ["country=US"])
    let result = try bench.run(
      "name,kind,tier,notes\nGood,company,2,\"=1+1\nmore\"\n,company,,\nBad kind,planet,,\n"
        + "Bad tier,company,9,\nShort,company\nEsc\u{1B}[m,company,,\nMarked,company,,SECRET//NOFORN\n"
        + "...,company,,\n", options)
    #expect(result.counts == [1, 0, 0, 0, 7])
    #expect(result.addsUp)
    #expect(
      result.refusals.map(\.line) == [4, 5, 6, 7, 8, 9, 10])
    #expect(
      result.refusals.map(\.sentence).map { String($0.prefix(60)) } == [
        "no name",
        "kind in column \u{201C}kind\u{201D} cannot be \u{201C}planet\u{201D}: expected one of fo",
        "tier in column \u{201C}tier\u{201D} cannot be \u{201C}9\u{201D}: expected a whole number",
        "2 cells where the header has 4",
        "a control character (U+001B) in column \u{201C}name\u{201D}",
        "\u{201C}SECRET\u{201D} marks classified text: record that it exists and wh",
        "name cannot be \u{201C}...\u{201D}: a name has letters or digits",
      ])
    #expect(bench.value("Good", "notes") == .text("=1+1\nmore"))
    let text = String(decoding: RejectsFile(result.report).bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        "name,kind,tier,notes,rejected-line,rejected-reason\r\n,company,,,4,no name\r\n"))
    let mended = text.replacing("planet", with: "company").replacing(",9,", with: ",1,")
    let again = try bench.run(mended, options)
    #expect(again.report.created == 2)
    #expect(bench.value("Bad tier", "tier") == .integer(1))
    #expect(bench.value("Bad tier", "x.rejected-reason") == nil)
  }

  @Test("One row is a row")
  func oneRow() throws {
    var bench = ImportBench()
    let result = try bench.run("name,kind\nA,company\n")
    #expect(result.sentence.hasPrefix("1 row read: 1 created"))
    #expect(try bench.run("name,kind\nA,company\nB,company\n").sentence.hasPrefix("2 rows read"))
  }

  @Test("The reason of a refused row says all that may be written, or what is near")
  func wholeReasons() throws {
    var bench = ImportBench()
    let result = try bench.run("name,kind\nA,qqqqqq\nB,cuonty\n")
    let kinds = bench.workspace.catalogues.keys("kinds").joined(separator: ", ")
    #expect(result.refusals.first?.sentence.hasSuffix(": expected one of \(kinds)") == true)
    #expect(
      result.refusals.last?.sentence.hasSuffix("expected one of 31 kinds: do you mean county?")
        == true)
  }

  @Test("A dry run gives the same counts and changes nothing")
  func dryRun() throws {
    var bench = ImportBench()
    let file = SourceFile(name: "t.csv", bytes: Array("name,kind\nA,company\nB,vendor\n".utf8))
    let dry = try bench.dryRun(file)
    #expect(bench.workspace.count(.partner) == 0)
    let real = try bench.run(file)
    #expect(dry.report == real.report)
    #expect(dry.operations == real.operations)
    #expect(bench.workspace.count(.partner) == 2)
  }

  @Test("Without --update a partner on record only gains; with it what differs changes")
  func updating() throws {
    var bench = ImportBench()
    let set = ["kind=company", "country=US"]
    try bench.run("name,city,tags\nAlpha,Rome,a\nBeta,Oslo,\n", ImportOptions(set: set))
    let changed = "name,city,tags,region\nAlpha,Paris,b,EU\nBeta,,,\n"
    let plain = try bench.run(changed, ImportOptions(set: set))
    #expect(plain.counts == [0, 1, 0, 1, 0])
    #expect(bench.value("Alpha", "city") == .text("Rome"))
    #expect(bench.value("Alpha", "tags") == .texts(["a", "b"]))
    #expect(bench.value("Alpha", "region") == .text("EU"))
    let updating = ImportOptions(set: set, updates: true)
    #expect(try bench.run(changed, updating).counts == [0, 1, 0, 1, 0])
    #expect(bench.value("Alpha", "city") == .text("Paris"))
    #expect(bench.value("Beta", "city") == .text("Oslo"))
    #expect(try bench.run(changed, updating).changesNothing)
  }

  @Test(
    "A row with an id is about that record; its name changes with --update; blank changes nothing")
  func byID() throws {
    var bench = ImportBench()
    try bench.run("name,kind,city\nAlpha,company,Rome\n")
    let id = try #require(bench.partners(named: "Alpha").first)
    let text = "id,name,kind,stage,city,risk\n\(id.text),Omega,vendor,active,,high\nP-0000,X,,,,\n"
    #expect(try bench.run(text).counts == [0, 0, 0, 1, 1])
    let result = try bench.run(text, ImportOptions(updates: true))
    #expect(result.counts == [0, 1, 0, 0, 1])
    #expect(bench.value("Omega", "kind") == .text("vendor"))
    #expect(bench.value("Omega", "city") == .text("Rome"))
    #expect(bench.value("Omega", "stage") == .text("prospect"))
  }

  @Test("Progress is reported by bytes, and an import can be stopped")
  func progress() throws {
    let rows = (1...2_500).map { "Body \($0),company" }.joined(separator: "\n")
    let file = SourceFile(name: "t.csv", bytes: Array("name,kind\n\(rows)\n".utf8))
    var seen: [Progress] = []
    _ = try ImportBench().dryRun(file) {
      seen.append($0)
      return true
    }
    #expect(seen.map(\.what) == ["reading t.csv", "reading t.csv", "matching 2500 rows"])
    #expect(seen.map(\.total) == [file.bytes.count, file.bytes.count, nil])
    #expect(seen[0].done < seen[1].done)
    #expect(throws: ImportFailure(file: "t.csv", reason: .cancelled)) {
      _ = try ImportBench().dryRun(file) { _ in false }
    }
  }

  @Test("CSV and JSON give the same partners")
  func sameFromJSON() throws {
    var csv = ImportBench()
    var json = ImportBench()
    try csv.run("name,kind,domains,city\n\"A \"\"x\"\"\",company,a.com;b.com,\n")
    try json.run(
      "[{\"name\":\"A \\\"x\\\"\",\"kind\":\"company\",\"domains\":[\"a.com\",\"b.com\"],\"city\":null}]"
    )
    let name = "A \"x\""
    #expect(csv.value(name, "domains") == .texts(["a.com", "b.com"]))
    for field in ["kind", "class", "domains", "city"] {
      #expect(csv.value(name, field) == json.value(name, field))
    }
  }

  @Test("Records of other kinds are imported by their fields, once")
  func otherKinds() throws {
    var bench = ImportBench()
    try bench.run("name,kind\nAlpha,company\n")
    let options = ImportOptions(record: .capability)
    let text =
      "partner,name,needed,mission\nAlpha,Boats,yes,border-security\nNobody,X,no,\n,Y,no,\n"
    let first = try bench.run(text, options)
    #expect(first.counts == [1, 0, 0, 0, 2], "\(first.refusals)")
    #expect(try bench.run(text, options).counts == [0, 0, 0, 1, 2])
  }

  @Test("A cell names several partners; one that is not on record refuses its row")
  func severalPartners() throws {
    var bench = ImportBench()
    try bench.run("name,kind\nAlpha,company\n\"Beta, Inc.\",company\n")
    let text =
      "title,type,partners\nBoth,mou,\"Alpha; Beta, Inc.\"\nCommas,mou,\"Beta, Inc., Alpha\"\n"
      + "Third,mou,\"Alpha, Nobody\"\nNone,mou,\n"
    let options = ImportOptions(record: .agreement)
    let first = try bench.run(text, options)
    #expect(first.counts == [2, 0, 0, 0, 2], "\(first.refusals)")
    let partners = (bench.partners(named: "Alpha") + bench.partners(named: "Beta, Inc.")).sorted()
    for row in bench.workspace.rows(.agreement) {
      #expect(Agreement(bench.workspace, row).partners == partners)
    }
    #expect(try bench.run(text, options).counts == [0, 0, 0, 2, 2])
  }

  @Test("Flags of another office that are not here yet are kept by their ids")
  func flagsToCome() throws {
    var bench = ImportBench()
    try bench.run("name,kind\nAlpha,company\n")
    let flags = ["F-0000000000A1", "F-0000000000B2"]
    let text =
      "partner,kind,title,noticed,flags\n"
      + "Alpha,spill,Sent to all,2026-11-20T10:00:00Z,\(flags.joined(separator: "; "))\n"
    let options = ImportOptions(record: .incident)
    #expect(try bench.run(text, options).counts == [1, 0, 0, 0, 0])
    #expect(Incident(bench.workspace, 0).flags.map(\.text) == flags)
    #expect(try bench.run(text, options).changesNothing)
  }
}

extension ImportOptions {
  init(record: RecordKind) {
    self.init()
    self.record = record
  }

  func with(_ change: (inout ImportOptions) -> Void) -> ImportOptions {
    var copy = self
    change(&copy)
    return copy
  }
}
