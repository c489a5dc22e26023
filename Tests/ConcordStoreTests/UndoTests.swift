import ConcordModel
import ConcordStore
import Testing

/// Undo writes former values back, only where nobody changed them since, and tells what it left.
@Suite struct UndoTests {
  @Test(arguments: Seeds.upTo(200))
  func oneByOneGivesEveryEarlierDigestBack(seed: Int) throws {
    let (disk, made) = try TestOffice.newStore()
    var store = made
    var changes = RandomChanges(seed: UInt64(seed) + 20_000, hasTies: true)
    var digests = [store.digest]
    let count = 3 + changes.below(15)
    for minute in 0..<count {
      guard try changes.commit(to: store, minute: minute) != nil else { continue }
      digests.append(store.digest)
      if changes.below(6) == 0 { try store.writeCache() }
    }
    var minute = count
    func occasion() -> Occasion {
      minute += 1
      return TestOffice.occasion(minute, seed: UInt64(minute))
    }
    for place in digests.indices.dropLast().reversed() {
      if changes.below(8) == 0 { store = try TestOffice.open(disk) }
      let report = try store.undo(nil, occasion())
      #expect(report.isComplete, "seed \(seed), \(report.left)")
      #expect(store.digest == digests[place], "undo, seed \(seed), place \(place)")
    }
    #expect(throws: CommitFailure.self) { try store.undo(nil, occasion()) }
    for place in digests.indices.dropFirst() {
      if changes.below(8) == 0 { store = try TestOffice.open(disk) }
      let report = try store.redo(nil, occasion())
      #expect(report.isComplete, "redo, seed \(seed), \(report.left)")
      #expect(store.digest == digests[place], "redo, seed \(seed), place \(place)")
    }
    #expect(throws: CommitFailure.self) { try store.redo(nil, occasion()) }
    #expect(try TestOffice.open(disk, usingCache: false).digest == store.digest)
    #expect(try store.verify().isSound)
  }

  @Test func backAndForthAtRandom() throws {
    for seed in 0..<80 {
      let (_, store) = try TestOffice.newStore()
      var changes = RandomChanges(seed: UInt64(seed) + 30_000, hasTies: true)
      // What an editor keeps: the states, and where in them it stands.
      var digests = [store.digest]
      var place = 0
      for minute in 0..<40 {
        let occasion = TestOffice.occasion(minute, seed: UInt64(minute) + 99)
        switch changes.below(4) {
        case 0 where place > 0:
          _ = try store.undo(nil, occasion)
          place -= 1
        case 1 where place + 1 < digests.count:
          _ = try store.redo(nil, occasion)
          place += 1
        default:
          guard try changes.commit(to: store, minute: minute) != nil else { continue }
          digests = Array(digests[...place]) + [store.digest]
          place += 1
        }
        #expect(store.digest == digests[place], "seed \(seed), minute \(minute)")
      }
    }
  }

  @Test func fieldChangedSinceIsLeftAndListed() throws {
    let (_, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let both = try store.commit("record.edit", TestOffice.occasion(1)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.set(id, "city", .text("Ash"))
      draft.set(id, "region", .text("North"))
      return draft.operations
    }
    let later = try TestOffice.set(
      "city", .text("Birch"), of: id, in: store, minute: 2, by: "j.okafor")
    let report = try store.undo(both.id, TestOffice.occasion(3))
    #expect(store.workspace.value(id, "region") == nil)
    #expect(store.workspace.value(id, "city") == .text("Birch"))
    #expect(report.left.map(\.field) == ["city"])
    #expect(report.left.map(\.author) == ["j.okafor"])
    #expect(report.left.map(\.line) == [later.id])
    #expect(!report.isComplete)
  }

  @Test func nothingIsWrittenWhereAllWasChangedSince() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let first = try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 2)
    let before = disk.paths(under: "journal").map { disk.bytes($0).count }
    let report = try store.undo(first.id, TestOffice.occasion(3))
    #expect(report.written == nil)
    #expect(report.left.count == 1)
    #expect(disk.paths(under: "journal").map { disk.bytes($0).count } == before)
  }

  @Test func recordStaysWhereSomebodyBuiltOnIt() throws {
    let (_, store) = try TestOffice.newStore()
    let ash = try TestOffice.addPartner("Ash County", to: store, minute: 0)
    let birch = try TestOffice.addPartner("Birch County", to: store, minute: 1)
    let flag = try store.commit("flag.add", TestOffice.occasion(2, by: "j.okafor")) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.new(.flag, ["partner": .text(ash.text), "title": .text("Late")])
      draft.set(birch, "city", .text("Birch"))
      return draft.operations
    }
    for id in [ash, birch] {
      let made = try store.history(record: id).last
      let report = try store.undo(made?.id, TestOffice.occasion(3))
      #expect(report.written == nil)
      #expect(report.left.map(\.author) == ["j.okafor"])
      #expect(store.workspace.contains(id))
    }
    // Once that is taken back, they can go.
    _ = try store.undo(flag.id, TestOffice.occasion(4))
    for id in [ash, birch] {
      let made = try store.history(record: id).last
      #expect(try store.undo(made?.id, TestOffice.occasion(5)).isComplete)
      #expect(!store.workspace.contains(id))
    }
  }

  @Test func eachAuthorTakesBackTheirOwn() throws {
    let (_, store) = try TestOffice.newStore()
    let ash = try TestOffice.addPartner("Ash County", to: store, minute: 0, by: "m.ruiz")
    let birch = try TestOffice.addPartner("Birch County", to: store, minute: 1, by: "j.okafor")
    _ = try store.undo(nil, TestOffice.occasion(2, by: "m.ruiz"))
    #expect(!store.workspace.contains(ash))
    #expect(store.workspace.contains(birch))
  }

  @Test func aNewChangeEndsTheChainOfRedos() throws {
    let (_, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store, minute: 0)
    _ = try store.undo(nil, TestOffice.occasion(1))
    try TestOffice.addPartner("Birch County", to: store, minute: 2)
    #expect(throws: CommitFailure.refused(.nothingToDo("there is nothing to redo"))) {
      try store.redo(nil, TestOffice.occasion(3))
    }
  }

  @Test func unknownLineIsRefusedWithItsName() throws {
    let (_, store) = try TestOffice.newStore()
    #expect(
      throws: CommitFailure.store(StoreError.unknownLine(LineID("3ZB1", 7)).sentence)
    ) {
      try store.undo(LineID("3ZB1", 7), TestOffice.occasion())
    }
  }
}
