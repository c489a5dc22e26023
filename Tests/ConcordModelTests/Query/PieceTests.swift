import ConcordModel
import OfficeInMemory
import Testing

/// What is divided into pieces comes to the same, whatever their size.
@Suite struct PieceTests {
  private static let office = Result { try SampleOffice.make() }
  /// One row a piece, sizes that divide the sixteen rows of partners and that do not, and more than
  /// there are.
  private static let sizes = [1, 3, 5, 8, 15, 16, 17]

  /// The office with a partner and a flag that are gone between others, so that rows and records are
  /// not the same.
  private func workspace() throws -> Workspace {
    var office = try Self.office.get()
    let partner = try office.make("partner", "name=Harbor Watch", "kind=county")
    let other = try office.make("partner", "name=Harbor Light Parish", "kind=county")
    let flag = try office.flag(other, "legal", "Raised twice", 3, 3)
    _ = try office.flag(other, "legal", "Agreement ends in 20 days", 3, 3)
    var workspace = office.workspace
    for id in [partner, flag] {
      workspace.fold(.delete(id), line: LineID("TEST", 900), time: .max)
    }
    workspace.finishChange()
    try #require(!workspace.contains(partner) && !workspace.contains(flag))
    return workspace
  }

  @Test(
    "a list by names, and one by fields, is the same in pieces",
    arguments: [
      "harbor", "harbr", "port", "city", "county", "a", "zzzz", "kind:police", "harbor -light",
      "risk>=high", "kind:police | gulf",
    ])
  func listing(_ text: String) throws {
    let workspace = try workspace()
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    #expect(plan.problems.isEmpty)
    for order in [SortOrder("name"), SortOrder("risk", descending: true)] {
      let listing = Listing(.partner, order, in: workspace)
      let whole = listing.rows(plan, in: workspace)
      let some = Array(whole.passed.dropFirst())
      let fewer = listing.rows(plan, in: workspace, among: some)
      #expect(whole.rows.isEmpty == (text == "zzzz"))
      for size in Self.sizes {
        let pieces = listing.rows(plan, in: workspace, pieceRows: size)
        #expect(pieces.rows == whole.rows, "\(size)")
        #expect(pieces.passed == whole.passed, "\(size)")
        let among = listing.rows(plan, in: workspace, among: some, pieceRows: size)
        #expect(among.rows == fewer.rows, "\(size)")
        #expect(among.passed == some, "\(size)")
      }
    }
  }

  @Test func theQueueIsTheSameInPieces() throws {
    let workspace = try workspace()
    let people = workspace.handles.map { workspace.person(handle: $0) } + [nil]
    for person in people {
      let actor = Actor(person: person, author: "x", today: MemoryOffice.today)
      let whole = TriageQueue(workspace, for: actor)
      #expect(whole.rows.count >= 8)
      for size in Self.sizes {
        let pieces = TriageQueue(workspace, for: actor, work: OneByOne(), pieceRows: size)
        #expect(pieces.rows == whole.rows, "\(size)")
      }
    }
  }
}
