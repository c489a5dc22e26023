import Foundation
import Testing

/// `concord import`, from the shell.
struct ImportTests {
  private static let file = """
    Organization,County,Phone
    Heron Bay County,Heron,555-0100
    Tern County,Tern,
    Heron Bay County,Heron,555-0100
    ,Nobody,

    """

  private func imported(_ options: [String]) throws -> (Program, Program.Outcome) {
    let program = try Program()
    try program.office()
    try Data(Self.file.utf8).write(to: program.directory.appending(path: "p.csv"))
    let arguments =
      ["import", program.path("p.csv"), "--map", "Organization=name", "--set", "kind=county"]
      + options
    return (program, try program.run(Program.binary(), arguments, input: ""))
  }

  @Test func theCountsAddUp() throws {
    let (program, run) = try imported(["--json"])
    #expect(run.status == 0, "\(run.words)")
    let counts = try Program.json(run.output)
    func count(_ name: String) -> Int { counts[name] as? Int ?? -1 }
    #expect(count("read") == 4)
    #expect(count("created") == 2)
    #expect(count("rejected") == 1)
    #expect(
      count("created") + count("updated") + count("merged") + count("unchanged")
        + count("rejected") == count("read"))
    #expect(run.words.contains("4 rows read"))
    #expect(run.words.contains("line 5: "))
    #expect(try program.run("list", "changes", "--format", "jsonl").lines.count == 1)
    let own = try program.run("show", "Heron Bay County")
    #expect(own.output.contains("x.phone"))
  }

  @Test func aDryRunWritesNothing() throws {
    let (program, run) = try imported(["--dry-run"])
    #expect(run.status == 0)
    #expect(run.words.hasPrefix("dry run: 4 rows read"))
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test func rejectsGoToAFile() throws {
    let program = try Program()
    try program.office()
    let run = try program.run(
      "import", "-", "--map", "Organization=name", "--set", "kind=county", "--rejects",
      program.path("r.csv"), input: Self.file)
    #expect(run.status == 0, "\(run.words)")
    let rejects = try String(contentsOfFile: program.path("r.csv"), encoding: .utf8)
    #expect(rejects.split(separator: "\r\n").count == 2)
    let again = try program.run(
      "import", "-", "--map", "Organization=name", "--set", "kind=county", input: Self.file)
    #expect(again.status == 0)
    #expect(again.words.contains("nothing changes"))
  }

  @Test func rejectsNeverGoOverTheFileThatIsRead() throws {
    let program = try Program()
    try program.office()
    try Data(Self.file.utf8).write(to: program.directory.appending(path: "p.csv"))
    let linked = try program.shell("ln p.csv hard.csv; ln -s p.csv soft.csv; mkdir d")
    #expect(linked.status == 0)
    for rejects in ["p.csv", "./d/../p.csv", program.path("p.csv"), "hard.csv", "soft.csv"] {
      let run = try program.run(
        "import", "p.csv", "--map", "Organization=name", "--set", "kind=county", "--rejects",
        rejects)
      #expect(run.status == 64)
      #expect(
        run.words
          == "concord: --rejects is “\(rejects)”: it is the file that is imported; name another\n")
      #expect(try String(contentsOfFile: program.path("p.csv"), encoding: .utf8) == Self.file)
    }
    let piped = try program.shell(
      "$C import - --map Organization=name --set kind=county --rejects p.csv < p.csv")
    #expect(piped.status == 64)
    #expect(try String(contentsOfFile: program.path("p.csv"), encoding: .utf8) == Self.file)
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test func nothingIsWrittenIntoTheStore() throws {
    let program = try Program()
    try program.office()
    try Data(Self.file.utf8).write(to: program.directory.appending(path: "p.csv"))
    let inside = program.path("store/concord.json")
    let before = try String(contentsOfFile: inside, encoding: .utf8)
    for arguments in [
      ["export", "--out", inside], ["export", "--out", program.path("store/local/x.csv")],
      [
        "import", "p.csv", "--map", "Organization=name", "--set", "kind=county", "--rejects",
        inside,
      ],
    ] {
      let run = try program.run(Program.binary(), arguments, input: "")
      #expect(run.status == 64)
      #expect(run.words.hasSuffix("it lies in the store; name a file elsewhere\n"), "\(run.words)")
    }
    #expect(try String(contentsOfFile: inside, encoding: .utf8) == before)
    #expect(try program.run("verify").output.hasPrefix("0 lines, 0 changes, 0 journals: sound"))
  }

  @Test func aTemplateWithALoneBraceIsWrongUsage() throws {
    let (program, run) = try imported(["--map", "{County} Emerg {kind=city"])
    #expect(run.status == 64)
    #expect(run.words.contains("expected a closing brace for each opening one"))
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test func aNumberInAJSONFileIsNoListOfObjects() throws {
    let program = try Program()
    try program.office()
    let run = try program.run("import", "-", input: "42\n")
    #expect(run.status == 1)
    #expect(run.words == "concord: -: no list of objects was found in this JSON.\n")
  }

  @Test(arguments: [
    ["--stage", "active"], ["--adopt", "old"], ["--spread", "3"], ["--tier", "7"],
    ["--map", "nothing"], ["--set", "nothing"], ["--preset", "dragons"], ["--kind", "dragons"],
    ["--separator", "banana"], ["--header", "maybe"], ["--encoding", "EBCDIC"],
  ])
  func wrongUsage(_ options: [String]) throws {
    let (program, run) = try imported(options)
    #expect(run.status == 64, "\(run.words)")
    #expect(run.output == "")
    #expect(try program.run("verify").output.hasPrefix("0 lines"))
  }

  @Test(arguments: ["/nowhere.csv", "/", "/dev/null"]) func failures(_ path: String) throws {
    let program = try Program()
    try program.office()
    let run = try program.run("import", path)
    #expect(run.status == 1)
    #expect(run.words.hasPrefix("concord: \(path): "))
  }
}
