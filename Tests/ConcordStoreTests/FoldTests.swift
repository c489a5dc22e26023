import ConcordModel
import ConcordStore
import Testing

/// Whatever way the state comes about (kept in memory, folded from the journal, read from the cache
/// and the tails, lines delivered in another order), it is the same.
@Suite struct FoldTests {
  @Test(arguments: Seeds.upTo(200))
  func memoryIsJournalIsCache(seed: Int) throws {
    let (disk, store) = try TestOffice.newStore()
    var changes = RandomChanges(seed: UInt64(seed), hasTies: true)
    let count = 4 + changes.below(30)
    let cacheAt = changes.below(count)
    for minute in 0..<count {
      _ = try changes.commit(to: store, minute: minute)
      if minute == cacheAt { try store.writeCache() }
    }
    let folded = try TestOffice.open(disk, usingCache: false)
    #expect(folded.restriction == nil)
    #expect(folded.digest == store.digest, "journal, seed \(seed)")
    let cached = try TestOffice.open(disk)
    #expect(cached.digest == store.digest, "cache and tails, seed \(seed)")
    try cached.writeCache()
    let again = try TestOffice.open(disk)
    #expect(again.digest == store.digest, "cache alone, seed \(seed)")
    #expect(!again.cacheIsWorthWriting)
    // What was worked out change by change is what is worked out at once.
    for other in [folded, cached, again] {
      try Figures.expectEqual(other.workspace, store.workspace)
      Ties.expectExact(other.workspace)
    }
    // The stamps are in the cache too: what is written after is decided by them.
    for id in RandomChanges.sample(store) {
      for field in ["city", "tier", "tags", "x.own0", "partner", "status", "partners", "flags"] {
        #expect(again.workspace.origin(id, field) == store.workspace.origin(id, field))
        guard case .texts(let elements)? = store.workspace.value(id, field) else { continue }
        for element in elements {
          #expect(
            again.workspace.origin(id, field, element: element)
              == store.workspace.origin(id, field, element: element))
        }
      }
    }
    Ties.expectExact(store.workspace)
    let report = try again.verify()
    #expect(report.isSound && report.digest == store.digest, "\(report.problems)")
  }

  @Test(arguments: Seeds.upTo(100))
  func linesInAnyOrder(seed: Int) throws {
    var changes = RandomChanges(seed: UInt64(seed) + 10_000, hasTies: true)
    let (first, _) = try TestOffice.newStore()
    let second = first.copy(machine: "another")
    let disks = [first, second]
    let stores = try disks.map { try TestOffice.open($0) }
    var all: [Transaction] = []
    for minute in 0..<(6 + changes.below(24)) {
      let place = changes.below(2)
      if let transaction = try changes.commit(to: stores[place], minute: minute) {
        all.append(transaction)
      }
      // Now and then one office gets the other's journals.
      if changes.below(4) == 0 { try Self.deliver(from: disks[place], to: disks[1 - place]) }
    }
    try Self.deliver(from: first, to: second)
    try Self.deliver(from: second, to: first)
    for store in stores { try store.refresh() }
    let digest = stores[0].digest
    #expect(stores[1].digest == digest, "two offices, seed \(seed)")
    for _ in 0..<3 {
      for place in all.indices.reversed() { all.swapAt(place, changes.below(place + 1)) }
      var workspace = Workspace(office: stores[0].identity.office, today: TestOffice.today)
      for transaction in all { workspace.apply(transaction) }
      #expect(StateDigest.of(workspace) == digest, "shuffled, seed \(seed)")
      Ties.expectExact(workspace)
    }
    #expect(try stores[0].verify().isSound)
  }

  /// Copies the journals of the writer that `from` writes itself.
  private static func deliver(from: MemoryDisk, to: MemoryDisk) throws {
    for path in from.paths(under: "journal/") where from.bytes(path).count > to.bytes(path).count {
      try to.makeDirectory(LocalDisk.parent(of: path))
      to.put(from.bytes(path), at: path)
    }
  }

  @Test func earlierMomentIsFoldedFromTheLinesUpToThen() throws {
    let (_, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store, minute: 0)
    let before = store.digest
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 10)
    let past = try Store.open(on: store.disk, asOf: TestOffice.today) { _ in
      TestOffice.occasion(5).now
    }
    #expect(past.digest == before)
    #expect(past.restriction == .past(TestOffice.today))
    #expect(try past.history().count == 1 && store.history().count == 2)
    #expect(try past.refresh().isEmpty)
    #expect(throws: CommitFailure.self) {
      try TestOffice.set("city", .text("Birch"), of: id, in: past, minute: 20)
    }
  }

  @Test("every earlier moment of two writers is what their lines up to then fold to")
  func everyEarlierMoment() throws {
    let (disk, first) = try TestOffice.newStore()
    var changes = RandomChanges(seed: 11)
    var states: [(minute: Int, digest: String)] = []
    for minute in 0..<40 {
      guard try changes.commit(to: first, minute: 2 * minute) != nil else { continue }
      states.append((2 * minute, first.digest))
    }
    for state in states {
      let past = try Store.open(on: disk, asOf: TestOffice.today) { _ in
        TestOffice.occasion(state.minute + 1).now
      }
      #expect(past.digest == state.digest, "at minute \(state.minute)")
    }
  }
}

extension RandomChanges {
  static func sample(_ store: Store) -> [RecordID] {
    [RecordKind.partner, .flag, .agreement, .incident, .finding].flatMap { kind in
      (0..<store.workspace[kind].count).map { store.workspace[kind].id($0) }
    }
  }
}
