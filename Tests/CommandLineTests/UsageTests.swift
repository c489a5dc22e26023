import Testing

/// Exit statuses, and what hostile arguments come to.
struct UsageTests {
  private static let wrong: [[String]] = [
    ["fly"], ["--fly"], ["list"], ["list", "dragons"], ["list", "partners", "colour:red"],
    ["list", "partners", "tier:many"], ["list", "partners", "--sort", "colour"],
    ["list", "partners", "--columns", "colour"], ["list", "partners", "--columns", ","],
    ["list", "partners", "--limit", "-1"], ["list", "partners", "--limit", "all"],
    ["list", "partners", "--format", "xml"], ["list", "changes", "--sort", "colour"],
    ["list", "changes", "colour:red"], ["show"], ["heatmap", "--by", "colour"],
    ["heatmap", "--risk", "future"], ["heatmap", "colour:red"],
    ["rules", "--explain", "dragons"], ["rules", "--format", "xml"], ["flag"], ["flag", "fly"],
    ["flag", "mitigate"], ["flag", "mitigate", "--colour", "red"], ["flag", "dismiss", "--reason"],
    ["flag", "dismiss", "--reason", "a", "--reason", "b"], ["vet"], ["vet", "fly"],
    ["create"], ["create", "dragon"], ["create", "partner", "Heron"],
    ["create", "partner", "--colour", "red"], ["create", "partner", "--name", "Only a Name"],
    ["create", "partner", "--name", "A\u{1B}]0;x\u{7}", "--kind", "county"],
    ["create", "partner", "--name", "A\u{202E}B", "--kind", "county"],
    ["create", "partner", "--name", "Heron", "--kind", "dragon"], ["edit", "partner"],
    ["end", "partner"], ["undo", "yesterday"], ["undo", "3ZB1:0"], ["review", "maybe"],
    ["review", "same"], ["screenshot"], ["screenshot", "--screen", "cellar"],
    ["screenshot", "--screen", "overview", "--size", "big"],
    ["screenshot", "--screen", "overview", "--size", "0x9999999"],
    ["screenshot", "--screen", "overview", "--keys", "<Warp>"],
    ["screenshot", "--screen", "overview", "--keys", "a<Enter"],
    ["screenshot", "--screen", "overview", "--theme", "plaid"], ["demo", "--partners", "9"],
    ["demo", "--partners", "100001"], ["demo", "--seed", "luck"],
    ["--store", "", "list", "people"],
    ["list", "partners", "--store", ""], ["\u{1B}[31mred"], ["list", "\u{9B}31m"],
    ["list", "partners", "\u{1B}:x"], ["flag", "\u{1B}[2J"], ["create", "\u{1B}[2J"],
  ]

  @Test(arguments: wrong) func wrongUsage(_ arguments: [String]) throws {
    let program = try Program()
    try program.office()
    let run = try program.run(Program.binary(), arguments, input: "")
    #expect(run.status == 64, "\(run.words)\(run.output)")
    #expect(!run.words.isEmpty)
    #expect(!run.words.holdsControls, "\(run.words.debugDescription)")
    #expect(!run.output.holdsControls)
    #expect(try program.run("verify").output.hasPrefix("0 lines, 0 changes"))
  }

  private static let failing: [[String]] = [
    ["show", "P-0000"], ["show", "Nobody"], ["flag", "dismiss", "F-ZZZZ", "--reason", "x"],
    ["undo"], ["redo"], ["undo", "3ZB1:7"], ["list", "partners", "--store", "/nowhere/at/all"],
    ["log", "--record", "P-0000"], ["export", "--out", "/nowhere/at/all/file.csv"],
    ["show", "\u{1B}[2J"], ["flag", "accept", "\u{9B}", "--reason", "x"],
  ]

  @Test(arguments: failing) func failures(_ arguments: [String]) throws {
    let program = try Program()
    try program.office()
    let run = try program.run(Program.binary(), arguments, input: "")
    #expect(run.status == 1, "\(run.words)\(run.output)")
    #expect(run.output == "")
    #expect(run.words.hasPrefix("concord: "))
    #expect(!run.words.holdsControls, "\(run.words.debugDescription)")
  }

  @Test(arguments: [
    ["--help"], ["list", "--help"], ["flag", "--help"], ["flag", "mitigate", "--help"],
    ["vet", "--help"], ["vet", "status", "--help"], ["create", "--help"],
    ["create", "partner", "--help"], ["edit", "flag", "-h"], ["end", "link", "--help"],
    ["help", "list"], ["demo", "--help"],
  ])
  func help(_ arguments: [String]) throws {
    let program = try Program()
    let run = try program.run(Program.binary(), arguments, input: "")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: concord"))
    #expect(run.words == "")
  }

  @Test func helpOfAVerbComesFromTheTable() throws {
    let program = try Program()
    let run = try program.run("flag", "accept", "--help")
    #expect(
      run.output == """
        OVERVIEW: Live with the risk until a day, for a reason

        USAGE: concord flag accept FLAG… --reason <text> [options]

          A flag is named by any unique beginning of its id; - reads them from stdin.

        OPTIONS:
          --reason <text>  Why it can be lived with; required
          --until <day>    When it comes back (default: +180d)
          --dry-run        Show what would change, and change nothing
          --store <dir>    The store's directory
          --readonly       Write nothing
          -h, --help       Show this

        """)
  }

  @Test func helpOfAVerbIsTheSameEitherWay() throws {
    let program = try Program()
    for words in [["flag", "accept"], ["vet", "status"], ["create", "partner"], ["flag"]] {
      let asked = try program.run(Program.binary(), ["help"] + words, input: "")
      let option = try program.run(Program.binary(), words + ["--help"], input: "")
      #expect(asked.status == 0)
      #expect(asked.output == option.output)
    }
  }

  private static let sentences: [([String], String)] = [
    (["bogus"], "no command “bogus”; concord help lists all of them"),
    (["impotr", "f.csv"], "no command “impotr”: do you mean import?"),
    (["--readonly", "lits", "partners"], "no command “lits”: do you mean list?"),
    (["help", "heatmpa"], "no command “heatmpa”: do you mean heatmap?"),
    (
      ["create", "partner"],
      "a new partner needs name and kind: concord create partner --name … --kind … "
        + "(concord create partner --help lists all fields)"
    ),
    (
      ["create", "person", "--name", "A"],
      "a new person needs handle: concord create person --handle … "
        + "(concord create person --help lists all fields)"
    ),
    (
      ["create", "partner", "--name", "", "--kind", "county"],
      "field name of a partner: it is required, and may not be blank"
    ),
    (
      ["edit", "partner", "P-0000"],
      "concord edit partner needs a field to change: --name … (concord edit partner --help lists all)"
    ),
    (["flag", "accept", "--reason", "x"], "concord flag accept needs a record to act on"),
    (["end", "link"], "concord end needs --reason: it may not be blank"),
    (
      ["list", "foo"],
      "cases, tasks, people, agreements, exchanges, exercises, engagements, access-facts, "
        + "incidents, findings, policies, changes"
    ),
    (
      ["create", "partner", "--name", "A", "--kind", "cuonty"],
      "kind is “cuonty”: expected one of 31 kinds: do you mean county?"
    ),
    (["list", "partners", "risk>="], "risk>= needs a value"),
    (["list", "partners", "|"], "| needs a term before it"),
    (["list", "partners", "--", "-"], "- needs a term right behind it"),
    (["list", "partners", "\"harbor"], "\"harbor needs its closing quote"),
    (["list", "changes", "author:"], "author: needs a value"),
    (["open", "--filter", "bogus:1"], "no field “bogus”"),
    (["open", "--filter", "risk>="], "risk>= needs a value"),
    (["screenshot", "--screen", "overview", "--filter", "bogus:1"], "no field “bogus”"),
  ]

  @Test(arguments: sentences) func wrongUsageSaysWhatToDo(
    _ arguments: [String], _ sentence: String
  ) throws {
    let program = try Program()
    try program.office()
    let run = try program.run(Program.binary(), arguments, input: "")
    #expect(run.status == 64)
    #expect(run.words.hasPrefix("concord: "))
    #expect(run.words.hasSuffix("\(sentence)\n"), "\(run.words)")
    #expect(run.output == "")
  }

  @Test func optionsAloneGoOnOpeningTheDashboard() throws {
    let program = try Program()
    try program.office()
    for arguments in [[], ["--store", program.path("store")], ["--readonly"]] {
      let run = try program.run(Program.binary(), arguments, input: "")
      #expect(run.status == 1)
      #expect(run.words.hasPrefix("concord: the dashboard needs a terminal"))
    }
  }

  @Test func variablesThatCannotBe() throws {
    let program = try Program()
    for (name, value) in [
      ("CONCORD_NOW", "soon"), ("CONCORD_SEED", "luck"), ("CONCORD_AUTHOR", "a\u{1B}[2J"),
    ] {
      let environment = program.environment
      program.environment[name] = value
      let run = try program.run("list", "partners")
      #expect(run.status == 64)
      #expect(run.words.hasPrefix("concord: \(name) is “"))
      #expect(!run.words.holdsControls)
      program.environment = environment
    }
  }

  @Test func foundSomethingIsTwo() throws {
    let program = try Program()
    try program.office()
    try program.county()
    let broken = try program.shell(
      "f=$(ls $CONCORD_STORE/journal/*/000001.jsonl) && sed -i 's/Heron/Raven/' $f && $C verify")
    #expect(broken.status == 2)
    #expect(broken.output.contains("wrong: "))
    #expect(broken.words == "")
    let json = try Program.json(program.run("verify", "--json").output)
    #expect(json["sound"] as? Bool == false)
  }
}
