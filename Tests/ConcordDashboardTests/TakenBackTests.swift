import ConcordModel
import Testing

@testable import ConcordDashboard

/// The journal says of each change whether it stands, however often it was taken back and done again.
@Suite struct TakenBackTests {
  private func entry(_ number: Int64, undoes: Int64? = nil) -> JournalEntry {
    let id = LineID("TEST", number)
    return JournalEntry(
      Transaction(
        id: id, first: id, time: number, wallTime: nil, author: "a.chen", account: "a@test",
        command: undoes == nil ? "flag.note" : "undo", undoes: undoes.map { LineID("TEST", $0) },
        steps: []))
  }

  private func standing(_ entries: [JournalEntry]) -> [Int64] {
    let takenBack = JournalScreen.takenBack(entries.reversed())
    return entries.map(\.id.number).filter { takenBack[LineID("TEST", $0)] == nil }
  }

  @Test("taken back; done again; taken back once more by another undo")
  func again() {
    let change = entry(1)
    #expect(standing([change, entry(2, undoes: 1)]) == [2])
    #expect(standing([change, entry(2, undoes: 1), entry(3, undoes: 2)]) == [1, 3])
    let twice = [change, entry(2, undoes: 1), entry(3, undoes: 2), entry(4, undoes: 1)]
    #expect(standing(twice) == [3, 4])
    let chain = [change, entry(2, undoes: 1), entry(3, undoes: 2), entry(4, undoes: 3)]
    #expect(standing(chain) == [2, 4])
  }

  @Test("a long back and forth is judged in one pass")
  func long() {
    let entries = [entry(1)] + (2...3_000).map { entry($0, undoes: $0 - 1) }
    #expect(standing(entries).contains(3_000) && standing(entries).count == 1_500)
  }
}
