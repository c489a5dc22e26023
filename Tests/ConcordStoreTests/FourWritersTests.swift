import ConcordModel
import ConcordStore
import Testing

/// Four offices write, and their journals reach each other in any order, in pieces of any size and by
/// way of each other: all come to one state and know of the same conflicts.
@Suite struct FourWritersTests {
  @Test(arguments: Seeds.upTo(100))
  func anyDeliveryGivesOneDigest(seed: Int) throws {
    var changes = RandomChanges(seed: UInt64(seed) + 50_000, hasTies: true)
    let (first, _) = try TestOffice.newStore()
    let disks = [first] + (1...3).map { first.copy(machine: "machine \($0)") }
    let stores = try disks.map { try TestOffice.open($0) }
    var all: [Transaction] = []
    for minute in 0..<(10 + changes.below(30)) {
      let place = changes.below(4)
      // Clocks differ by up to half an hour.
      let clock = minute + [0, 10, 30, -20][place]
      let occasionAuthor = ["m.ruiz", "j.okafor", "a.berg", "k.lind"][place]
      if let transaction = try changes.commit(
        to: stores[place], minute: clock + 100, by: occasionAuthor)
      {
        all.append(transaction)
      }
      if changes.below(3) == 0 {
        let from = changes.below(4)
        let to = (from + 1 + changes.below(3)) % 4
        try Self.deliver(from: disks[from], to: disks[to], cut: &changes)
        if changes.below(2) == 0 { try stores[to].refresh() }
        if changes.below(6) == 0 { try stores[to].writeCache() }
      }
    }
    for from in disks {
      for to in disks where from !== to { try Self.deliver(from: from, to: to) }
    }
    for store in stores { try store.refresh() }
    let digest = stores[0].digest
    let oracle = ConflictOracle(all)
    let conflicts = oracle.conflicts(in: stores[0].workspace)
    for (place, store) in stores.enumerated() {
      #expect(store.restriction == nil)
      #expect(store.digest == digest, "office \(place), seed \(seed)")
      #expect(ConflictOracle.shown(store.workspace) == conflicts, "office \(place), seed \(seed)")
      #expect(try store.verify().isSound)
    }
    // From the journals alone; from a cache; from the lines in any other order.
    let replayed = try TestOffice.open(disks[1], usingCache: false)
    #expect(replayed.digest == digest, "journals, seed \(seed)")
    #expect(ConflictOracle.shown(replayed.workspace) == conflicts, "journals, seed \(seed)")
    try stores[2].writeCache()
    let cached = try TestOffice.open(disks[2])
    #expect(cached.digest == digest, "cache, seed \(seed)")
    #expect(ConflictOracle.shown(cached.workspace) == conflicts, "cache, seed \(seed)")
    for round in 0..<3 {
      for place in all.indices.reversed() { all.swapAt(place, changes.below(place + 1)) }
      var workspace = Workspace(office: stores[0].identity.office, today: TestOffice.today)
      for transaction in all {
        if round == 0 { workspace.apply(transaction) } else { workspace.fold(transaction) }
      }
      workspace.finishChange()
      #expect(StateDigest.of(workspace) == digest, "shuffled, seed \(seed)")
      #expect(ConflictOracle.shown(workspace) == conflicts, "shuffled, seed \(seed)")
    }
  }

  /// Copies all journals that `from` has more of; cut anywhere in the new part where asked to, as a
  /// transfer that was cut short leaves them.
  private static func deliver(
    from: MemoryDisk, to: MemoryDisk, cut changes: inout RandomChanges
  ) throws {
    for path in from.paths(under: "journal/") {
      let (new, old) = (from.bytes(path), to.bytes(path))
      guard new.count > old.count, new.starts(with: old) else { continue }
      try to.makeDirectory(LocalDisk.parent(of: path))
      let length =
        changes.below(3) == 0 ? old.count + changes.below(new.count - old.count) : new.count
      to.put(Array(new.prefix(length)), at: path)
    }
  }

  private static func deliver(from: MemoryDisk, to: MemoryDisk) throws {
    for path in from.paths(under: "journal/") where from.bytes(path).count > to.bytes(path).count {
      try to.makeDirectory(LocalDisk.parent(of: path))
      to.put(from.bytes(path), at: path)
    }
  }
}
