import Foundation
import Testing

/// `concord settle`: two offices with copies of one store have changed one field.
struct SettleTests {
  private func conflict() throws -> (program: Program, id: String) {
    let program = try Program()
    try program.run("init", program.path("store"), "--office", "Office", "--zone", "UTC")
    let made = try program.run("create", "partner", "--name", "Ash County", "--kind", "county")
    let id = try #require(made.lines.first)
    let there = program.path("there")
    _ = try program.shell("cp -r $CONCORD_STORE \(there)")
    try program.run("edit", "partner", id, "--city", "Ash")
    try program.run("edit", "partner", id, "--city", "Birch", "--store", there)
    // Only the other office's own journal comes here.
    _ = try program.shell("cp -rn \(there)/journal/. $CONCORD_STORE/journal/")
    return (program, id)
  }

  @Test func bothValuesAreListedAndOneIsChosen() throws {
    let (program, id) = try conflict()
    let list = try program.run("settle")
    #expect(list.status == 0 && list.lines.count == 3, "\(list.output)")
    #expect(list.lines[1].contains("1  Birch") && list.lines[1].hasSuffix(", stands)"))
    #expect(list.lines[2].contains("2  Ash"))
    #expect(try program.run("show", id).output.contains("Written at the same time"))
    #expect(try program.run("verify").output.contains("stand in 1 field"))
    let rows = try program.run("settle", id, "--format", "csv").lines
    #expect(rows.count == 3 && rows[0] == "record,field,number,value,by,at,line")
    let json = try Program.json(try program.run("settle", "--format", "json").output)
    #expect((json["conflicts"] as? [[String: Any]])?.count == 2)

    #expect(try program.run("settle", "--keep", "1").status == 64)
    let wrong = try program.run("settle", id, "--keep", "3")
    #expect(wrong.status == 64 && wrong.words.contains("a number from 1 to 2 for city"))
    let other = try program.run("settle", id, "--keep", "name=1")
    #expect(other.status == 64 && other.words.contains("a field out of city"))
    let done = try program.run("settle", id, "--keep", "city=2", "--reason", "asked both")
    #expect(done.status == 0, "\(done.words)")
    #expect(try program.run("show", id).output.contains("Ash\n"))
    #expect(try program.run("settle").words.contains("no field holds"))
    #expect(try program.run("log").output.contains("asked both"))
    let again = try program.run("settle", id, "--keep", "1")
    #expect(again.status == 1 && again.words.contains("no field of it holds two values"))
  }
}
