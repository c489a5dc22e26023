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
