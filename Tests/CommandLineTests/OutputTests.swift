import Foundation
import Testing

/// Formats, hostile values, and pipes.
struct OutputTests {
  private func demo(_ count: String = "20") throws -> Program {
    let program = try Program(seed: "3", author: "casey.holt")
    let made = try program.run(
      "demo", "--no-open", "--partners", count, "--at", program.path("store"))
    try #require(made.status == 0, "\(made.words)")
    return program
  }

  @Test func jsonParsesAndSaysItsVersion() throws {
    let program = try demo()
    for arguments in [
      ["list", "partners", "--format", "json"], ["list", "flags", "--format", "json"],
      ["list", "changes", "--format", "json", "--limit", "9"], ["heatmap", "--format", "json"],
      ["heatmap", "--by", "category-kind", "--format", "json"],
      ["heatmap", "--by", "partner-category", "--risk", "target", "--format", "json"],
      ["rules", "--format", "json"], ["rules", "--explain", "contact.stale", "--format", "json"],
      ["verify", "--json"], ["log", "--format", "json"], ["export", "--format", "json"],
    ] {
      let run = try program.run(Program.binary(), arguments, input: "")
      #expect(run.status == 0)
      #expect(run.words == "")
      #expect(try Program.json(run.output)["version"] as? Int == 1, "\(arguments)")
    }
    for kind in ["partners", "flags", "treatments", "decisions", "cases", "tasks", "people"] {
      let run = try program.run("list", kind, "--format", "jsonl")
      #expect(!run.lines.isEmpty)
      for line in run.lines { _ = try Program.json(line) }
    }
  }

  @Test func heatmapsCountTheSameFlags() throws {
    let program = try demo()
    var sums: Set<Int> = []
    for form in ["matrix", "category-kind", "partner-category"] {
      let json = try Program.json(
        program.run("heatmap", "--by", form, "--format", "json").output)
      let cells = try #require(json["cells"] as? [[[String: Any]]])
      let sum = cells.flatMap { $0 }.compactMap { $0["flags"] as? Int }.reduce(0, +)
      #expect(sum == json["flags"] as? Int)
      sums.insert(sum)
    }
    #expect(sums.count == 1)
    let live = try program.run("list", "flags", "live:yes", "--format", "jsonl").lines.count
    #expect(sums == [live])
    let some = try Program.json(
      program.run("heatmap", "category:legal", "--format", "json").output)
    #expect(
      some["flags"] as? Int
        == (try program.run("list", "flags", "live:yes", "category:legal", "--format", "jsonl"))
        .lines.count)
  }

  @Test func timesAreISOAndDaysAreDays() throws {
    let program = try demo()
    let run = try program.run("list", "flags", "--format", "jsonl", "--limit", "1")
    let flag = try Program.json(run.output)
    let raised = try #require(flag["raised"] as? String)
    #expect(raised.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/) != nil)
    let tasks = try program.run(
      "list", "tasks", "--columns", "due", "--format", "csv", "--limit", "3")
    for line in tasks.lines.dropFirst() {
      #expect(line.trimmingCharacters(in: .whitespaces).wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
    }
  }

  @Test func aSpreadsheetRunsNothing() throws {
    let program = try Program()
    try program.office()
    try program.run("create", "partner", "--name", "=cmd|'/c calc'!A0", "--kind", "county")
    let csv = try program.run("list", "partners", "--columns", "name", "--format", "csv")
    #expect(csv.output == "name\r\n\"'=cmd|'/c calc'!A0\"\r\n")
    let exported = try program.run("export", "--format", "csv", "--out", program.path("p.csv"))
    #expect(exported.words == "1 partner written to \(program.path("p.csv"))\n")
    let text = try String(contentsOfFile: program.path("p.csv"), encoding: .utf8)
    #expect(text.contains("\"'=cmd|"))
  }

  @Test func whatIsExportedComesInAgain() throws {
    let program = try demo("15")
    let before = try program.run("export", "--format", "jsonl").output
    try program.run("export", "--out", program.path("p.csv"))
    let again = try program.run("import", program.path("p.csv"), "--json")
    #expect(again.status == 0, "\(again.words)")
    let counts = try Program.json(again.output)
    #expect(counts["read"] as? Int == 15)
    #expect(counts["unchanged"] as? Int == 15, "\(again.output)")
    #expect(try program.run("export", "--format", "jsonl").output == before)
  }

  /// What a person writes of partners; stages and what goes with them are the commands' matter.
  private func partners(_ program: Program, _ store: String) throws -> [String: NSDictionary] {
    let run = try program.run("export", "partners", "--format", "jsonl", "--store", store)
    var result: [String: NSDictionary] = [:]
    for line in run.lines {
      var record = try Program.json(line)
      for name in ["stage", "active-since", "vetting-planned"] { record[name] = nil }
      result[try #require(record["id"] as? String)] = record as NSDictionary
    }
    return result
  }

  @Test(arguments: ["csv", "json", "jsonl"])
  func anExportComesIntoAnotherOfficeAsItWas(_ format: String) throws {
    let program = try demo("40")
    let store = program.path("store")
    // Two of one name, and sets of every kind.
    for _ in 1...2 {
      try program.run("create", "partner", "--name", "Twin County", "--kind", "county")
    }
    try program.run(
      "create", "partner", "--name", "Deltawave", "--kind", "vendor", "--tags", "a,b",
      "--notes", "=1+1")
    for alias in ["Deltawave Analytics Inc.", "DW"] {
      try program.run("edit", "partner", "Deltawave", "--aliases", "+\(alias)")
    }
    try program.run(
      "import", "-", "--update",
      input: #"[{"name":"Deltawave","kind":"vendor","aliases":["Wave, Inc.","A; B","\"Q\""]}]"#)
    let before = try partners(program, store)
    #expect(before.count == 43)
    let aliases = before.values.first { $0["name"] as? String == "Deltawave" }?["aliases"]
    #expect((aliases as? [String])?.count == 5)
    #expect(try program.run("export", "--format", format, "--out", "p.\(format)").status == 0)

    let same = try program.run("import", "p.\(format)", "--update")
    #expect(same.status == 0)
    #expect(same.words.hasSuffix("nothing changes\n"), "\(same.words)")

    let other = program.path("other")
    try program.run("init", other, "--office", "Other", "--zone", "UTC")
    let moved = try program.run("import", "p.\(format)", "--store", other)
    #expect(moved.words.hasPrefix("43 rows read: 43 created"), "\(moved.words)")
    #expect(try partners(program, other) == before)
    let again = try program.run("import", "p.\(format)", "--store", other, "--update")
    #expect(again.words.hasSuffix("nothing changes\n"), "\(again.words)")
    // Taken back, they come in again.
    let undone = try program.run("undo", "--store", other)
    #expect(undone.words.hasPrefix("took back: import of 43 records, "), "\(undone.words)")
    #expect(try partners(program, other).isEmpty)
    try program.run("import", "p.\(format)", "--store", other)
    #expect(try partners(program, other) == before)
    #expect(try program.run("verify", "--store", other).status == 0)
  }

  @Test func anExportTakesAKindAsItsFirstWord() throws {
    let program = try demo("10")
    let out = program.path("partners.jsonl")
    let run = try program.run("export", "partners", "--format", "jsonl", "--out", out)
    #expect(run.words == "10 partners written to \(out)\n")
    let flags = try program.run("export", "flags", "live:yes", "--format", "jsonl")
    #expect(!flags.lines.isEmpty)
    #expect(
      flags.output
        == (try program.run(
          "export", "--kind", "flags", "live:yes", "--format", "jsonl"
        ).output))
    // Any other word is one of the filter.
    #expect(
      try program.run("export", "--kind", "partners", "flags", "--format", "jsonl").output == "")
  }

  @Test func momentsAreThoseOfTheOfficesZone() throws {
    let program = try Program(now: "2026-11-21T03:30:00Z")
    let made = try program.run(
      "init", program.path("store"), "--office", "Test Office", "--zone", "America/Chicago")
    try #require(made.status == 0)
    try program.county()
    let dry = try program.run(
      "flag", "add", "Heron Bay County", "--category", "control", "--title", "T",
      "--likelihood", "4", "--impact", "4", "--dry-run")
    #expect(dry.output.contains("raised: 2026-11-20 21:30"), "\(dry.output)")
    let flag = try program.run(
      "flag", "add", "Heron Bay County", "--category", "control", "--title", "T",
      "--likelihood", "4", "--impact", "4")
    let id = try #require(flag.lines.first)
    #expect(try program.run("show", id).output.contains("2026-11-20 21:30"))
    let list = try program.run("list", "flags", "--columns", "raised")
    #expect(list.lines.last == "2026-11-20 21:30")
    for format in ["csv", "jsonl"] {
      let run = try program.run("list", "flags", "--columns", "raised", "--format", format)
      #expect(run.output.contains("2026-11-21T03:30:00.000Z"))
    }
  }

  @Test func aPairIsShownWithWhatTellsItApart() throws {
    let program = try Program()
    try program.office()
    #expect(try program.run("review").words == "no pair waits for review\n")
    let text = """
      name,kind,state,city,country,domains
      Uintah County,county,UT,Vernal,US,uintah.example
      Uintah County,county,,,US,
      """
    let run = try program.run("import", "-", input: text)
    #expect(run.words.contains("; 1 pair to review"), "\(run.words)")
    let review = try program.run("review")
    #expect(review.lines.count == 3)
    #expect(review.lines[0].contains("the same name; one of them does not say where"))
    let sides = Set(review.lines.dropFirst().map { $0.split(separator: " ", maxSplits: 1).last })
    #expect(
      sides == [
        " Uintah County  county government  Vernal, UT, US  uintah.example",
        " Uintah County  county government  US",
      ])
    let csv = try program.run("review", "--format", "csv")
    #expect(
      csv.lines[0].hasPrefix("id,from,to,note,from-name,from-kind,from-city,from-state,"))
    let pair = try Program.json(program.run("review", "--format", "jsonl").output)
    let names = ["from-partner", "to-partner"].map { (pair[$0] as? [String: Any])?["name"] }
    #expect(names as? [String] == ["Uintah County", "Uintah County"])
  }

  @Test func countsOfOneAreInTheSingular() throws {
    let program = try Program()
    try program.office()
    try program.county()
    try program.flag()
    #expect(
      try program.run("heatmap").lines.last
        == "1 live flag of 1 partner; 1 partner assessed (100 % of 1 partner)")
    try program.run("undo")
    try program.run("undo")
    let one = try Program()
    try one.office()
    let made = try one.run("import", "-", input: "name,kind\nA,county\n")
    #expect(made.words.hasPrefix("1 row read: "))
    #expect(try one.run("verify").output.contains("1 change, 1 journal: sound"))
    #expect(try one.run("undo").words.hasPrefix("took back: import of 1 record, "))
  }

  @Test func aReaderThatHasEnoughEndsTheProgramQuietly() throws {
    let program = try demo("60")
    let run = try program.shell(
      "$C log --format json | head -c 100 >/dev/null; echo ${PIPESTATUS[0]}")
    #expect(run.words == "")
    #expect(["141", "0"].contains(run.lines.last), "\(run.output)")
    let help = try program.shell("$C list partners --format jsonl | true; true")
    #expect(help.words == "")
  }

  @Test func aFullDiskIsSaid() throws {
    let program = try demo("10")
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try program.shell("$C list partners > /dev/full")
    #expect(run.status == 1)
    #expect(run.words == "concord: the output could not be written: No space left on device\n")
  }

  @Test func pictures() throws {
    let program = try demo()
    let text = try program.run("screenshot", "--screen", "overview", "--size", "80x24")
    #expect(text.output.count(where: \.isNewline) == 24)
    #expect(text.output.contains("Gulf Region"))
    #expect(!text.output.holdsControls)
    let typed = try program.run(
      "screenshot", "--screen", "overview", "--size", "80x24", "--keys", "<Enter>m<Enter>x")
    #expect(typed.status == 0)
    #expect(typed.output != text.output)
    let ansi = try program.run("screenshot", "--screen", "triage", "--format", "ansi")
    #expect(ansi.output.contains("\u{1B}["))
    let html = try program.run("screenshot", "--screen", "triage", "--format", "html")
    #expect(html.output.hasPrefix("<!DOCTYPE html>"))
    program.environment["NO_COLOR"] = "1"
    let plain = try program.run("screenshot", "--screen", "triage", "--format", "ansi")
    #expect(!plain.output.contains("38;"))
  }
}
