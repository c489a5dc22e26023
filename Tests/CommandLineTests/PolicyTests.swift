import Foundation
import Testing

/// `concord policy`: what it shows is what it reads, and a bad file changes nothing.
@Suite struct PolicyTests {
  private func program() throws -> Program {
    let program = try Program.withFlag()
    return program
  }

  private func digest(_ program: Program) throws -> String {
    try #require(try program.run("verify").lines.last)
  }

  private func put(_ text: String, _ name: String, _ program: Program) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: program.path(name)))
  }

  @Test("shown, changed, imported, shown again, and taken back")
  func round() throws {
    let program = try program()
    let before = try digest(program)
    let shown = try program.run("policy", "show")
    #expect(shown.status == 0 && shown.words == "policy: as it ships\n")
    let stricter = shown.output.replacingOccurrences(
      of: #"{"likelihood": 4, "levels": ["very-low", "low", "moderate", "high", "very-high"]}"#,
      with:
        #"{"likelihood": 4, "levels": ["very-low", "low", "moderate", "very-high", "very-high"]}"#)
    try put(stricter, "ours.json", program)
    let dry = try program.run("policy", "import", "ours.json", "--dry-run")
    #expect(dry.status == 0 && dry.words == "dry run: nothing was changed\n")
    #expect(
      dry.lines == [
        "policy:",
        #"  matrix, 4, levels: ["very-low","low","moderate","high","very-high"] → "#
          + #"["very-low","low","moderate","very-high","very-high"]"#,
        "1 live flag on another level: 1 up, 0 down",
        "1 partner on another level: 1 up, 0 down",
      ], "\(dry.output)")
    #expect(try digest(program) == before)
    let done = try program.run("policy", "import", "ours.json", "--reason", "agreed in May")
    #expect(done.status == 0 && done.output.hasPrefix("policy:"), "\(done.words)")
    #expect(done.words.hasPrefix("import the policy Q-"))
    #expect(try program.run("heatmap").output.contains("1"))
    let level = try program.run("list", "flags", "--columns", "level,score", "--format", "csv")
    #expect(level.lines.last?.hasPrefix("very") == true, "\(level.output)")
    let again = try program.run("policy", "show")
    #expect(again.output == stricter && again.words.hasPrefix("policy: the office's own (Q-"))
    #expect(try program.run("log", "--limit", "1").output.contains("agreed in May"))
    #expect(try program.run("policy", "import", "ours.json").status == 1, "nothing changes")
    #expect(try program.run("undo").status == 0)
    #expect(try digest(program) == before)
    #expect(try program.run("policy", "show").output == shown.output)
    let line = try program.run("policy", "show", "--format", "json")
    #expect(line.lines.count == 1)
    try put(line.output, "line.json", program)
    #expect(try program.run("policy", "import", "line.json").words.contains("nothing changes"))
  }

  @Test("several catalogues at once, from files and from standard input")
  func catalogues() throws {
    let program = try program()
    let offices = try program.run("policy", "show", "offices").output
    try put(
      offices.replacingOccurrences(
        of: "\n  ]",
        with: ",\n    {\"key\": \"gulf\", \"words\": \"Gulf office\", \"short\": \"Gulf\"}\n  ]"),
      "offices.json", program)
    let missions = try program.run("policy", "show", "missions").output.replacingOccurrences(
      of: "\"words\": \"Mission areas\"", with: "\"words\": \"Our missions\"")
    let done = try program.run(
      Program.binary(), ["policy", "import", "offices.json", "-"], input: missions)
    #expect(done.status == 0, "\(done.words)")
    #expect(done.lines.contains("  + gulf: Gulf office"))
    #expect(done.lines.contains { $0.hasPrefix("  words: ") && $0.hasSuffix("→ Our missions") })
    let made = try program.run(
      "create", "partner", "--name", "Ash", "--kind", "vendor", "--office", "gulf")
    #expect(made.status == 0, "\(made.words)")
    try put(offices, "before.json", program)
    let refused = try program.run("policy", "import", "before.json")
    #expect(refused.status == 1)
    #expect(
      refused.words.hasPrefix(
        "concord: before.json, \"entries\": “gulf” would be gone, and 1 record has it: Ash (P-"),
      "\(refused.words)")
    let undo = try program.run("undo")
    #expect(undo.status == 0, "the partner's making is taken back first")
    #expect(try program.run("policy", "import", "before.json").status == 0)
    #expect(
      try program.run("list", "policies", "--columns", "name", "--format", "csv").lines.count == 3)
  }

  private static let bad: [(name: String, make: String, words: String)] = [
    ("empty", ": > f", "f, line 1, column 1: "),
    ("a directory", "mkdir f", "the policy file f could not be read: Is a directory"),
    ("none", "true", "the policy file f could not be read: No such file or directory"),
    ("100 MB", "truncate -s 100M f", "the policy file f is longer than 1024 KiB: none is"),
    ("no JSON", "echo hello > f", "f, line 1, column 1"),
    ("half a file", "$C policy show | head -c 900 > f", "f, line "),
    ("bytes", "head -c 5000 /dev/zero > f", "f, line 1, column 1"),
    (
      "an overlap", "$C policy show | sed 's/\"from\": 21/\"from\": 20/' > f",
      "f, line 16, column 35, \"from\": this has to be 21"
    ),
    (
      "a small matrix", "$C policy show | sed '/\"likelihood\": 5/d' > f",
      "f, line 5, column 13, \"matrix\": this list has 4 elements and needs 5"
    ),
    (
      "a rating of 0", "$C policy show | sed 's/\\[\\[5, 4\\]\\]/[[0, 4]]/' > f",
      "\"ratings\": 0 is out of range; write 1 to 5"
    ),
    (
      "a rating of 6", "$C policy show | sed 's/\\[\\[5, 4\\]\\]/[[5, 6]]/' > f",
      "\"ratings\": 6 is out of range; write 1 to 5"
    ),
    (
      "an unknown level", "$C policy show | sed 's/\"level\": \"low\"/\"level\": \"lowish\"/' > f",
      "\"level\": \"lowish\" is not known here; write one of low"
    ),
    (
      "an unknown category",
      "$C policy show | sed 's/\"category\": \"legal\"/\"category\": \"law\"/' > f",
      "\"category\": \"law\" is not known here; write one of security"
    ),
    (
      "a category too many",
      "$C policy show categories | sed 's/\"key\": \"legal\"/\"key\": \"law\"/' > f",
      "\"key\": the keys of this catalogue are fixed"
    ),
  ]

  @Test(
    "a bad file is refused with a sentence that names it, and the old state stands", arguments: bad)
  func refused(_ file: (name: String, make: String, words: String)) throws {
    let program = try program()
    let before = try digest(program)
    try program.shell(file.make)
    for extra in [[], ["--dry-run"]] {
      let run = try program.run(
        Program.binary(), ["policy", "import", "f"] + extra, input: "")
      #expect(run.status == 1 && run.output.isEmpty, "\(file.name): \(run.output)")
      #expect(run.words.hasPrefix("concord: "), "\(run.words)")
      #expect(run.words.contains(file.words), "\(file.name): \(run.words)")
      #expect(!run.words.holdsControls && run.words.utf8.count < 600)
    }
    #expect(try digest(program) == before)
  }

  @Test("an earlier day shows its own")
  func asOf() throws {
    let program = try program()
    program.environment["CONCORD_NOW"] = "2026-11-25T09:00:00Z"
    try put(
      #"{"acceptance": {"second-person-from": "low"}}"#, "ours.json", program)
    #expect(try program.run("policy", "import", "ours.json").status == 0)
    func shown(_ arguments: String...) throws -> Bool {
      try program.run(Program.binary(), ["policy", "show"] + arguments, input: "").output
        .contains("\"second-person-from\": \"low\"")
    }
    #expect(try shown())
    #expect(try !shown("--as-of", "2026-11-24"))
    #expect(try shown("--as-of", "2026-11-25"))
    let past = try program.run("policy", "import", "ours.json", "--as-of", "2026-11-24")
    #expect(past.status == 1, "the past cannot be changed")
  }

  @Test("wrong usage says what there is")
  func usage() throws {
    let program = try program()
    let unknown = try program.run("policy", "show", "kindz")
    #expect(unknown.status == 64)
    #expect(unknown.words.contains("there is no policy or catalogue “kindz”: do you mean kinds?"))
    #expect(try program.run("policy", "import").status == 64)
    #expect(try program.run("policy", "fly").status == 64)
    let readOnly = try program.run("policy", "import", "x.json", "--readonly")
    #expect(readOnly.status == 1)
  }
}
