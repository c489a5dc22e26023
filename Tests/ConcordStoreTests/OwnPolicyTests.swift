import ConcordModel
import ConcordStore
import Testing

/// An office's own policy in the store: undo, the cache, earlier days, other processes and other offices.
@Suite struct OwnPolicyTests {
  /// A policy by which likelihood 3, impact 3 is high.
  private static let stricter = #"""
    {"matrix": [
      {"likelihood": 5, "levels": ["very-low", "low", "moderate", "high", "very-high"]},
      {"likelihood": 4, "levels": ["very-low", "low", "moderate", "high", "very-high"]},
      {"likelihood": 3, "levels": ["very-low", "low", "high", "high", "high"]},
      {"likelihood": 2, "levels": ["very-low", "low", "low", "low", "moderate"]},
      {"likelihood": 1, "levels": ["very-low", "very-low", "very-low", "low", "low"]}
    ]}
    """#

  @discardableResult
  private static func bring(
    _ text: String, to store: Store, minute: Int = 10, by author: String = "m.ruiz"
  ) throws -> Transaction {
    var invocation = Invocation("policy.import")
    invocation.answers["text"] = [text]
    return try store.commit(
      invocation, TestOffice.occasion(minute, by: author, seed: UInt64(minute)))
  }

  /// A store with partners and flags of all ratings.
  private static func office() throws -> (disk: MemoryDisk, store: Store) {
    let (disk, store) = try TestOffice.newStore()
    for name in ["Ash", "Birch"] {
      let partner = try TestOffice.addPartner(name, to: store)
      try store.commit("flag.add", TestOffice.occasion(1)) { workspace, context in
        var draft = Draft(workspace, context)
        for likelihood in 1...5 {
          for impact in 1...5 where (likelihood + impact) % 2 == 0 {
            draft.new(
              .flag,
              [
                "partner": .text(partner.text), "title": .text("\(likelihood) \(impact)"),
                "category": .text("legal"), "likelihood": .integer(Int64(likelihood)),
                "impact": .integer(Int64(impact)), "status": .text("open"),
              ])
          }
        }
        return draft.operations
      }
    }
    return (disk, store)
  }

  private static let rating = Rating(clampedLikelihood: 3, impact: 3)

  private static func level(_ store: Store) -> Level { store.workspace.policy.level(rating) }

  /// Whether the figures are what they are when all are made at once.
  private static func expectFigures(_ store: Store, _ disk: MemoryDisk) throws {
    let fresh = try TestOffice.open(disk, usingCache: false)
    try Figures.expectEqual(store.workspace, fresh.workspace)
    #expect(store.digest == fresh.digest)
  }

  @Test("import and undo: figures and digest are those of before; redo brings the import back")
  func undo() throws {
    let (disk, store) = try Self.office()
    let before = store.workspace
    let digest = store.digest
    try Self.bring(Self.stricter, to: store)
    #expect(Self.level(store) == .high && store.digest != digest)
    #expect(store.workspace.heatmap(.residual) == before.heatmap(.residual))
    try Self.expectFigures(store, disk)
    let after = store.digest
    #expect(try store.undo(nil, TestOffice.occasion(11)).isComplete)
    #expect(Self.level(store) == .moderate && store.digest == digest)
    try Figures.expectEqual(store.workspace, before)
    try Self.expectFigures(store, disk)
    #expect(try store.redo(nil, TestOffice.occasion(12)).isComplete)
    #expect(Self.level(store) == .high && store.digest == after)
    // A second one over the first, and both back again, one by one.
    try Self.bring(#"{"roll-up": {"others-weight-percent": 10}}"#, to: store, minute: 13)
    #expect(store.workspace.policy.scale.othersWeight == 0.1 && Self.level(store) == .high)
    try Self.expectFigures(store, disk)
    _ = try store.undo(nil, TestOffice.occasion(14))
    #expect(store.digest == after)
    _ = try store.undo(nil, TestOffice.occasion(15))
    #expect(store.digest == digest)
    try Figures.expectEqual(store.workspace, before)
    // And once more after that.
    try Self.bring(Self.stricter, to: store, minute: 16)
    #expect(Self.level(store) == .high && store.digest == after)
    try Self.expectFigures(store, disk)
    #expect(try store.verify().isSound)
  }

  @Test("a cache holds it: a store that is opened from one goes by the office's own")
  func cache() throws {
    let (disk, store) = try Self.office()
    try Self.bring(Self.stricter, to: store)
    try store.writeCache()
    let cached = try TestOffice.open(disk)
    #expect(!cached.cacheIsWorthWriting && Self.level(cached) == .high)
    try Figures.expectEqual(cached.workspace, store.workspace)
    // And one that has to read on, with the import behind the cache.
    _ = try store.undo(nil, TestOffice.occasion(11))
    let read = try TestOffice.open(disk)
    #expect(Self.level(read) == .moderate)
    try Figures.expectEqual(read.workspace, store.workspace)
  }

  @Test("an earlier day is judged by its own policy")
  func past() throws {
    let day = 1440
    let (disk, store) = try Self.office()
    try Self.bring(Self.stricter, to: store, minute: 2 * day)
    try Self.bring(
      #"{"acceptance": {"second-person-from": "low"}}"#, to: store, minute: 4 * day)
    for (minute, level, second) in [
      (day, Level.moderate, Level.high), (3 * day, .high, .high), (5 * day, .high, .low),
    ] {
      let past = try Store.open(on: disk, asOf: TestOffice.today) { _ in
        TestOffice.occasion(minute).now
      }
      #expect(Self.level(past) == level, "\(minute)")
      #expect(past.workspace.policy.secondPersonFrom == second)
      let flag = try #require(
        past.workspace.rows(.flag).first {
          past.workspace.flagFigure(row: $0)?.residual == Self.rating
        })
      #expect(past.workspace.flagFigure(row: flag)?.residualLevel == level)
    }
  }

  @Test("another process takes it up with the next look at the journal, also among many changes")
  func otherProcess() throws {
    let (disk, store) = try Self.office()
    let other = try TestOffice.open(disk)
    try Self.bring(Self.stricter, to: store)
    #expect(try other.refresh().map(\.command) == ["policy.import"])
    #expect(Self.level(other) == .high)
    try Figures.expectEqual(other.workspace, store.workspace)
    _ = try store.undo(nil, TestOffice.occasion(11))
    for minute in 20..<240 { try TestOffice.addPartner("P\(minute)", to: store, minute: minute) }
    #expect(try other.refresh().count > 200)
    #expect(Self.level(other) == .moderate)
    try Figures.expectEqual(other.workspace, store.workspace)
    // Its own next change is made by what holds then.
    try Self.bring(Self.stricter, to: store, minute: 300)
    try TestOffice.addPartner("Last", to: other, minute: 301)
    #expect(Self.level(other) == .high)
  }

  @Test("an undo that would take an entry from records that have it is refused, and says whose")
  func undoInUse() throws {
    let (_, store) = try TestOffice.newStore()
    let offices = #"""
      {"catalogue": "offices", "words": "Offices", "entries": [{"key": "gulf", "words": "Gulf"}]}
      """#
    let made = try Self.bring(offices, to: store)
    let partner = try TestOffice.addPartner("Ash", to: store, minute: 11)
    try TestOffice.set("office", .text("gulf"), of: partner, in: store, minute: 12)
    let digest = store.digest
    do {
      _ = try store.undo(made.id, TestOffice.occasion(13))
      Issue.record("it was taken back")
    } catch {
      #expect(
        error.sentence.contains("“gulf” would be gone, and 1 record has it: Ash (P-"),
        "\(error.sentence)")
    }
    #expect(store.digest == digest)
    // A policy record that is taken away is no other thing.
    let id = try #require(made.records.first { $0.kind == .policy })
    #expect(throws: CommitFailure.self) {
      try store.commit(
        Invocation("record.end", on: [id], ["reason": "no longer"]), TestOffice.occasion(14))
    }
    try TestOffice.set("office", nil, of: partner, in: store, minute: 15)
    _ = try store.undo(made.id, TestOffice.occasion(16))
    #expect(store.workspace.catalogues[.offices]["gulf"] == nil)
  }

  @Test("two offices that write other policies apart keep both until somebody chooses")
  func conflict() throws {
    let (disk, store) = try Self.office()
    let otherDisk = disk.copy(machine: "another")
    let other = try TestOffice.open(otherDisk)
    try Self.bring(Self.stricter, to: store, minute: 20)
    try Self.bring(
      #"{"acceptance": {"second-person-from": "low"}}"#, to: other, minute: 21, by: "t.okafor")
    for path in otherDisk.paths(under: "journal/") where disk.bytes(path).isEmpty {
      try disk.ensureDirectory(LocalDisk.parent(of: path))
      disk.put(otherDisk.bytes(path), at: path)
    }
    let merged = try TestOffice.open(disk)
    #expect(merged.workspace.conflicts.map(\.field) == ["text"])
    #expect(merged.workspace.policy.secondPersonFrom == .low, "the later one holds")
    #expect(merged.workspace.policyProblems.isEmpty)
    let record = try #require(merged.workspace.conflicts.first?.record)
    try merged.commit(
      Invocation("record.settle", on: [record], ["keep": "2"]), TestOffice.occasion(30))
    #expect(merged.workspace.policy.secondPersonFrom == .high && Self.level(merged) == .high)
  }
}
