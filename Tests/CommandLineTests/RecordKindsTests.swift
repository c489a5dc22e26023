import Foundation
import Testing

/// Every kind of the table of fields that people make: created, listed, shown, changed, taken back,
/// exported and imported again, by the program itself.
struct RecordKindsTests {
  private struct Kind {
    let word: String
    let plural: String
    let fields: [String: String]
    let change: (field: String, value: String, shown: String)
  }

  private static let flag = "F"
  private static let agreement = "A"

  private static let kinds = [
    Kind(
      word: "agreement", plural: "agreements",
      fields: [
        "partners": "Ash County, Deltawave Analytics, Inc.", "type": "dsa", "title": "Sharing",
        "state": "in-force", "effective": "2026-02-01", "ends": "2027-01-31",
        "data-categories": "personal-data,travel", "markings": "cui,tlp-red",
        "directions": "given,received", "purposes": "warning", "breach-hours": "24",
        "auto-renewal": "no", "counsel": "m.ruiz", "roles": "We send; they keep.\nNobody else.",
      ], change: ("ends", "2028-01-31", "2028-01-31")),
    Kind(
      word: "exchange", plural: "exchanges",
      fields: [
        "partner": "Ash County", "date": "2026-11-02", "direction": "given", "kind": "money",
        "quantity": "5000000000", "mission": "cybersecurity",
      ], change: ("points", "12", "12")),
    Kind(
      word: "exercise", plural: "exercises",
      fields: [
        "partners": "Ash County", "date": "2026-05-05", "kind": "drill", "title": "Flood",
        "agreement": agreement, "rated-p": "Mass care,Planning", "rated-u": "Communications",
      ], change: ("rated-u", "-Communications", "performed without challenges")),
    Kind(
      word: "engagement", plural: "engagements",
      fields: [
        "partners": "Deltawave Analytics, Inc.", "date": "2026-10-01", "topic": "Review",
        "people": "J. Roe (chief),K. Poe", "commitments": "we send the form", "owner": "m.ruiz",
        "due": "2026-12-01",
      ], change: ("partners", "+Ash County", "Ash County")),
    Kind(
      word: "access-fact", plural: "access-facts",
      fields: [
        "partner": "Ash County", "kind": "clearance", "scope": "two people", "from": "2026-01-01",
        "until": "2026-12-31", "checked-by": "m.ruiz", "evidence": "letter 7",
      ], change: ("until", "2027-12-31", "2027-12-31")),
    Kind(
      word: "incident", plural: "incidents",
      fields: [
        "partner": "Ash County", "kind": "spill", "title": "Sent to all",
        "noticed": "2026-11-20T10:00:00.250Z", "agreed-hours": "24", "flags": flag,
      ], change: ("contained", "2026-11-20T12:00:00Z", "2026-11-20 12:00")),
  ]

  private func office(_ program: Program) throws -> [String: String] {
    try program.office()
    try program.run("create", "person", "--handle", "m.ruiz", "--name", "M. Ruiz")
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    try program.run(
      "create", "partner", "--name", "Deltawave Analytics, Inc.", "--kind", "vendor")
    let raised = try program.run(
      "create", "flag", "--partner", "Ash County", "--category", "security", "--title", "T",
      "--likelihood", "3", "--impact", "3")
    let agreed = try program.run(
      "create", "agreement", "--partners", "Ash County", "--type", "mou", "--title", "Frame")
    return [
      Self.flag: try #require(raised.lines.first), Self.agreement: try #require(agreed.lines.first),
    ]
  }

  @Test("made, listed, shown, changed, taken back, and made again", arguments: 0..<6)
  func roundOfOne(_ place: Int) throws {
    let kind = Self.kinds[place]
    let program = try Program()
    let known = try office(program)
    let before = try digest(program)
    let options = kind.fields.sorted { $0.key < $1.key }
      .flatMap { ["--\($0.key)", known[$0.value] ?? $0.value] }
    let made = try program.run(Program.binary(), ["create", kind.word] + options, input: "")
    try #require(made.status == 0, "\(made.words)")
    let id = try #require(made.lines.first)
    let listed = try program.run("list", kind.plural, "--format", "jsonl").lines
      .map { try Program.json($0) }
    let record = try #require(listed.first { $0["id"] as? String == id })
    for (field, value) in kind.fields {
      let found = try #require(record[field], "\(field)")
      if let elements = found as? [String] {
        #expect(!elements.isEmpty, "\(field)")
      } else if let truth = found as? Bool, ["yes", "no"].contains(value) {
        #expect(truth == (value == "yes"))
      } else if let number = found as? Int {
        #expect(String(number) == value)
      } else if ["partner", "counsel", "owner", "checked-by"].contains(field) {
        #expect((found as? String)?.dropFirst().first == "-")
      } else if let text = found as? String {
        #expect(text == known[value] ?? value, "\(field)")
      }
    }
    // A partner's page names it.
    let partner = kind.word == "engagement" ? "Deltawave Analytics, Inc." : "Ash County"
    #expect(try program.run("show", partner).output.contains(id.prefix(6)), "\(kind.word)")
    let there = try digest(program)

    let changed = try program.run(
      "edit", kind.word, id, "--\(kind.change.field)", kind.change.value)
    #expect(changed.status == 0, "\(changed.words)")
    #expect(try program.run("show", id).output.contains(kind.change.shown))
    #expect(try program.run("undo").status == 0)
    #expect(try digest(program) == there)
    #expect(try program.run("undo").status == 0)
    #expect(try digest(program) == before)
    #expect(try program.run("redo").status == 0)
    #expect(try digest(program) == there)
    let ended = try program.run("end", kind.word, id, "--reason", "a mistake")
    #expect(ended.status == 0, "\(ended.words)")
    #expect(!(try program.run("show", partner).output.contains(id.prefix(6))))
    #expect(try program.run("verify").status == 0)
  }

  @Test("exported, and imported again, here and in another office", arguments: ["csv", "jsonl"])
  func roundOfAll(_ format: String) throws {
    let program = try Program()
    let known = try office(program)
    for kind in Self.kinds {
      let options = kind.fields.flatMap { ["--\($0.key)", known[$0.value] ?? $0.value] }
      let made = try program.run(Program.binary(), ["create", kind.word] + options, input: "")
      try #require(made.status == 0, "\(made.words)")
    }
    let other = program.path("other")
    try program.run("init", other, "--office", "Other", "--zone", "UTC")
    let plurals = ["people", "partners", "flags"] + Self.kinds.map(\.plural)
    for plural in plurals {
      let file = "\(plural).\(format)"
      let out = try program.run("export", plural, "--format", format, "--out", file)
      #expect(out.status == 0, "\(out.words)")
      let word = plural == "people" ? "person" : String(plural.dropLast())
      let same = try program.run("import", file, "--kind", word, "--update")
      #expect(same.words.hasSuffix("nothing changes\n"), "\(plural): \(same.words)")
      let moved = try program.run("import", file, "--kind", word, "--store", other)
      #expect(moved.status == 0 && !moved.words.contains("rejected:"), "\(moved.words)")
      guard plural != "partners", plural != "flags" else { continue }
      let here = try program.run("export", plural, "--format", "jsonl").lines.sorted()
      let there = try program.run(
        "export", plural, "--format", "jsonl", "--store", other
      ).lines.sorted()
      #expect(!here.isEmpty && here == there, "\(plural)")
    }
    #expect(try program.run("verify", "--store", other).status == 0)
  }

  @Test("what a partner's undo would leave without its partner stays")
  func undoLeavesWhatOthersName() throws {
    let program = try Program()
    try program.office()
    try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    try program.run("create", "partner", "--name", "Birch County", "--kind", "county")
    let birch = try program.run("list", "changes", "--format", "jsonl", "--limit", "1").output
    let change = try #require(try Program.json(birch)["id"] as? String)
    try program.run(
      "create", "agreement", "--partners", "Ash County, Birch County", "--type", "mou",
      "--title", "Frame")
    let run = try program.run("undo", change)
    #expect(run.output.contains("partners") || run.words.contains("partners"), "\(run)")
    #expect(try program.run("show", "Birch County").status == 0)
  }

  @Test("a finding is made and changed by nobody's hand")
  func findings() throws {
    let program = try Program()
    try program.office()
    let run = try program.run("create", "finding", "--rule", "contact.stale")
    #expect(run.status == 64)
    #expect(run.words.contains("findings are made by commands and rules, not by hand"))
    #expect(try program.run("list", "findings").status == 0)
  }

  private func digest(_ program: Program) throws -> String {
    try #require(try program.run("verify").lines.last)
  }
}
