import Foundation
import Testing

/// `concord undo` where somebody else has changed a part since.
struct TakenBackTests {
  /// Mine: A is made and put in tier 1, and named anew with a city; then somebody else puts it in
  /// tier 2.
  private func office() throws -> (program: Program, id: String) {
    let program = try Program()
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    try program.run("create", "partner", "--name", "Birch County", "--kind", "county")
    let made = try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    return (program, try #require(made.lines.first))
  }

  @Test("what is all somebody else's by now is refused; the change before it is reached")
  func nothingLeftOfIt() throws {
    let (program, id) = try office()
    let edit = try program.run("edit", "partner", id, "--tier", "1")
    let change = try #require(
      edit.words.split(whereSeparator: \.isWhitespace).last.map(String.init))
    program.environment["CONCORD_AUTHOR"] = "other"
    try program.run("edit", "partner", id, "--tier", "2")
    program.environment["CONCORD_AUTHOR"] = "a.tester"
    let before = try program.run("verify").output

    let named = try program.run("undo", change)
    #expect(named.status == 1)
    #expect(
      named.words.contains("can be taken back: tier of Ash County was changed by other since"))
    #expect(try program.run("verify").output == before)

    // Of Ash County's making nothing can be taken back either: Birch County's goes.
    let plain = try program.run("undo")
    #expect(plain.status == 0, "\(plain.words)")
    #expect(plain.words.contains("passed over, changed since: edit P-"))
    #expect(plain.words.contains("took back: create P-"))
    #expect(try !program.run("list", "partners").output.contains("Birch"))
    let end = try program.run("undo")
    #expect(end.status == 1 && end.words.contains("changed since"), "\(end.words)")
  }

  @Test("of what is partly somebody else's the rest is taken back only when that is said")
  func theRestOfIt() throws {
    let (program, id) = try office()
    try program.run("edit", "partner", id, "--tier", "1", "--city", "Ashford")
    program.environment["CONCORD_AUTHOR"] = "other"
    try program.run("edit", "partner", id, "--tier", "2")
    program.environment["CONCORD_AUTHOR"] = "a.tester"

    let asked = try program.run("undo")
    #expect(asked.status == 1)
    #expect(asked.words.contains("tier of Ash County was changed by other since, and would stay"))
    #expect(asked.words.contains("--leave"))
    #expect(try program.run("show", id).output.contains("Ashford"))

    let done = try program.run("undo", "--leave")
    #expect(done.status == 0 && done.words.contains("left: tier of Ash County"), "\(done.words)")
    let page = try program.run("show", id).output
    #expect(!page.contains("Ashford"))
    #expect(page.contains("Tier"))
  }
}
