import ConcordModel
import ConcordStore
import Testing

/// The journals read backwards until what was seen.
@Suite struct LookingBackTests {
  private func seen(_ store: Store) -> [String: Int64] {
    Dictionary(store.marks.map { ($0.writer, $0.number) }, uniquingKeysWith: max)
  }

  private func read(
    _ store: Store, after seen: [String: Int64], limit: Int = 100
  ) throws -> (found: [LineID], hasOlder: Bool) {
    var reading = store.historyReading()
    return try reading.changes(after: seen, limit: limit) { $0.id }
  }

  @Test("only what came after, the newest first, over the ends of segments")
  func after() throws {
    let (_, store) = try TestOffice.newStore()
    store.sealedSize = 1000
    var changes = RandomChanges(seed: 3)
    for minute in 0..<40 { _ = try changes.commit(to: store, minute: minute) }
    let before = seen(store)
    #expect(try read(store, after: before).found.isEmpty)
    var made: [LineID] = []
    for minute in 40..<80 {
      if let change = try changes.commit(to: store, minute: minute) { made.append(change.id) }
    }
    let (found, hasOlder) = try read(store, after: before)
    #expect(found == made.reversed() && !hasOlder)
    #expect(try read(store, after: [:], limit: 1000).found.count > made.count)
  }

  @Test("no more than is allowed, and whether there are older ones")
  func limit() throws {
    let (_, store) = try TestOffice.newStore()
    for minute in 0..<5 { try TestOffice.addPartner("Ash \(minute)", to: store, minute: minute) }
    let all = try read(store, after: [:], limit: 5)
    #expect(all.found.count == 5 && !all.hasOlder)
    let some = try read(store, after: [:], limit: 4)
    #expect(some.found == Array(all.found.prefix(4)) && some.hasOlder)
  }

  @Test("what another office wrote before the look, and sent after it, was not seen")
  func sentLater() throws {
    let offices = try TwoOffices { try TestOffice.addPartner("Ash County", to: $0) }
    try TestOffice.addPartner("Written early", to: offices.south, minute: 1, by: "k.osei")
    try TestOffice.addPartner("Seen", to: offices.north, minute: 60)
    let before = seen(offices.north)
    try offices.synchronise()
    let found = try read(offices.north, after: before).found
    #expect(found.count == 1)
    let change = try offices.north.transaction(try #require(found.first))
    #expect(change.author == "k.osei")
  }
}
