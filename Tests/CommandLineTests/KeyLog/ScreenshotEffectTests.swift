import Testing

/// `concord screenshot --keys` with keys that change something.
@Suite struct ScreenshotEffectTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.useOwnTemporaryDirectory()
    try program.officeWithFlag()
    return program
  }

  @Test("a picture shows what keys changed, and the store does not have it")
  func changesStayOutside() throws {
    let program = try office()
    let before = try program.run("verify").lines.last
    let picture = try program.run("screenshot", "--screen", "triage", "--keys", "m1")
    #expect(picture.status == 0, "\(picture.words)")
    #expect(picture.output.contains("Nothing is left."))
    #expect(picture.output.contains("u takes it back"))
    #expect(try program.run("verify").lines.last == before)
    #expect(try program.shell("ls tmp").lines.isEmpty)
    let refused = try program.run(
      "screenshot", "--screen", "triage", "--keys", "m1", "--readonly")
    #expect(!refused.output.contains("Nothing is left."))
  }

  @Test("the journal is there in the picture")
  func journal() throws {
    let program = try office()
    let picture = try program.run("screenshot", "--screen", "journal")
    #expect(picture.output.contains("raise a flag “No oversight"))
  }

  @Test("in November the journal tells a change of July in summer time")
  func summerTime() throws {
    let program = try Program(now: "2026-07-01T04:30:00Z")
    let made = try program.run(
      "init", program.path("store"), "--office", "Test Office", "--zone", "America/Chicago")
    try #require(made.status == 0, "\(made.words)")
    try program.county()
    program.environment["CONCORD_NOW"] = "2026-11-21T15:00:00Z"
    let picture = try program.run("screenshot", "--screen", "journal")
    #expect(picture.output.contains("2026-06-30 23:30"), "\(picture.output)")
  }

  @Test("as lines, without anything drawn")
  func linear() throws {
    let program = try office()
    let lines = try program.run("screenshot", "--screen", "overview", "--linear")
    #expect(
      lines.output.contains("selected: Heron Bay County; kind: county; risk: high 85; flags: 1\n"))
    #expect(!lines.output.contains("│"))
    let ascii = try program.run("screenshot", "--screen", "triage", "--linear", "--ascii")
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
  }
}
