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
