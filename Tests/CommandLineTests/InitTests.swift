import Testing

/// A first run, and new offices.
struct InitTests {
  @Test func aFirstRunSaysHowToBegin() throws {
    let program = try Program()
    let run = try program.run()
    #expect(run.status == 1)
    #expect(run.output == "")
    for way in ["concord demo", "concord init DIR --office", "concord import FILE"] {
      #expect(run.words.contains(way))
    }
    #expect(run.words.hasPrefix("concord: there is no store at \(program.path("store")) yet."))
  }

  @Test func aNewOffice() throws {
    let program = try Program()
    let made = try program.run(
      "init", program.path("store"), "--office", "Test Office", "--zone", "America/Chicago")
    #expect(made.status == 0)
    #expect(made.output == "")
    #expect(
      made.words == "a new store of Test Office (America/Chicago) at \(program.path("store"))\n")
    let list = try program.run("list", "partners")
    #expect(list.status == 0)
    #expect(list.output == "Name  Kind  State  Tier  Stage  Risk  Flags  Due\n")
    #expect(list.words == "")
  }

  @Test func neverWhereSomethingIs() throws {
    let program = try Program()
    try program.office()
    let again = try program.run("init", program.path("store"), "--office", "Other")
    #expect(again.status == 1)
    #expect(again.words.contains("is not empty; choose a new directory"))
  }

  @Test(arguments: [
    ["--office", " "], ["--office", "A\u{1B}[2J"], ["--office", "A", "--zone", "Mars/Olympus"],
    ["--office", "A", "--zone", "../../etc/passwd"], [],
  ])
  func wrongUsage(_ options: [String]) throws {
    let program = try Program()
    let run = try program.run(Program.binary(), ["init", program.path("x")] + options, input: "")
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(!run.words.holdsControls)
    #expect(try program.run("list", "partners", "--store", program.path("x")).status == 1)
  }

  @Test func theDashboardNeedsATerminal() throws {
    let program = try Program()
    try program.office()
    let run = try program.run("open")
    #expect(run.status == 1)
    #expect(run.words.hasPrefix("concord: the dashboard needs a terminal"))
  }
}
