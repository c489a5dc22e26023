import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Ids that rows bring along")
struct BroughtIDTests {
  private static let first = "P-0000000000A1"
  private static let second = "P-0000000000B2"

  private func ids(_ bench: ImportBench) -> [String] {
    bench.workspace.rows(.partner).map { bench.workspace[.partner].id($0).text }.sorted()
  }

  @Test("A partner of another office comes in under its own id, once")
  func keepsTheID() throws {
    var bench = ImportBench()
    let text = "id,name,kind\n\(Self.first),Alpha,company\n"
    #expect(try bench.run(text).counts == [1, 0, 0, 0, 0])
    #expect(ids(bench) == [Self.first])
    #expect(try bench.run(text).changesNothing)
  }

  @Test("A partner that is here by its name or its domain stays what it is")
  func identityFirst() throws {
    var bench = ImportBench()
    try bench.run("name,kind,domains\nAlpha,company,a.com\nBeta,company,b.com\n")
    let before = ids(bench)
    let text =
      "id,name,kind,domains\n\(Self.first),ALPHA,company,\n\(Self.second),Other,company,b.com\n"
    #expect(try bench.run(text).report.created == 0)
    #expect(ids(bench) == before)
    #expect(try bench.run(text).changesNothing)
  }

  @Test("Two partners of one name and domain that ids tell apart stay two")
  func toldApart() throws {
    var bench = ImportBench()
    let text =
      "id,name,kind,domains\n\(Self.first),Alpha,company,a.com\n"
      + "\(Self.second),Alpha,company,a.com\n,Alpha,company,\n"
    #expect(try bench.run(text).counts == [2, 0, 1, 0, 0])
    #expect(ids(bench) == [Self.first, Self.second])
    #expect(try bench.run(text).changesNothing)
  }

  @Test("A partner that the file names by its id is not taken for another of its name")
  func claimed() throws {
    var bench = ImportBench()
    try bench.run("id,name,kind\n\(Self.first),Alpha,company\n")
    let both = "id,name,kind\n\(Self.first),Alpha,company\n\(Self.second),Alpha,company\n"
    #expect(try bench.run(both).counts == [1, 0, 0, 1, 0])
    #expect(ids(bench) == [Self.first, Self.second])
  }

  @Test("A partner whose import was taken back comes in again, with what the file says and no more")
  func takenBack() throws {
    var bench = ImportBench()
    try bench.run("id,name,kind,city\n\(Self.first),Alpha,company,Rome\n")
    let id = try #require(RecordID(Self.first))
    let line = LineID("UNDO", 1)
    bench.workspace.apply(
      Transaction(
        id: line, first: line, time: 50, wallTime: nil, author: "m.ruiz", account: "mruiz@test",
        command: "undo", undoes: nil, steps: [.init(line, .delete(id))]))
    #expect(bench.workspace.count(.partner) == 0)
    let result = try bench.dryRun(
      SourceFile(
        name: "t.csv", bytes: Array("id,name,kind\n\(Self.first),Alpha,vendor\n".utf8)))
    let later = LineID("TEST", 60)
    bench.workspace.apply(
      Transaction(
        id: later, first: later, time: 60, wallTime: nil, author: "m.ruiz", account: "mruiz@test",
        command: "import", undoes: nil, steps: result.operations.map { .init(later, $0) }))
    #expect(ids(bench) == [Self.first])
    #expect(bench.value("Alpha", "kind") == .text("vendor"))
    #expect(bench.value("Alpha", "city") == nil)
  }

  @Test("A column called id that holds an office's own numbers is kept as a field of its own")
  func ownNumbers() throws {
    var bench = ImportBench()
    let text = "id,name,kind\n1,Alpha,company\n2,Beta,company\n"
    #expect(try bench.run(text).counts == [2, 0, 0, 0, 0])
    #expect(bench.value("Alpha", "x.id") == .text("1"))
    #expect(try bench.run(text).changesNothing)
    // Only who says that they are ids has them refused.
    let asked = try bench.run(text, ImportOptions(map: ["id=id"]))
    #expect(asked.counts == [0, 0, 0, 0, 2])
    #expect(
      ImportBench().failure("id,name\n1,Alpha\n")?.description.contains("nothing gives the kind")
        == true)
  }

  @Test("An id without a name is that of a record which is not here, and of a flag none at all")
  func refused() throws {
    var bench = ImportBench()
    let result = try bench.run(
      "id,name,kind\n\(Self.first),,\nF-0000000000A1,Alpha,company\n")
    #expect(
      result.refusals.map(\.sentence) == [
        "no record is called \u{201C}\(Self.first)\u{201D}", "F-0000000000A1 is not a partner",
      ])
  }

  @Test("An owner who is not on record yet is kept by id")
  func ownerToCome() throws {
    var bench = ImportBench()
    let owner = "U-0000000000C3"
    let result = try bench.run("name,kind,owner\nAlpha,company,\(owner)\n")
    #expect(result.counts == [1, 0, 0, 0, 0])
    #expect(bench.value("Alpha", "owner") == .text(owner))
    let people = "id,handle,name\n\(owner),m.ruiz,M. Ruiz\n"
    #expect(try bench.run(people, ImportOptions(record: .person)).counts == [1, 0, 0, 0, 0])
    #expect(bench.workspace.contains(try #require(RecordID(owner))))
    #expect(try bench.run(people, ImportOptions(record: .person)).changesNothing)
  }
}
