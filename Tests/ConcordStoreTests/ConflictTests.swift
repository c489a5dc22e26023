import ConcordModel
import ConcordStore
import Testing

/// What happens where two people change the same thing without knowing of each other.
@Suite struct ConflictTests {
  private func office() throws -> (offices: TwoOffices, id: RecordID) {
    var id: RecordID?
    let offices = try TwoOffices { store in
      id = try TestOffice.addPartner("Ash County", to: store, minute: 0)
    }
    return (offices, try #require(id))
  }

  private func commit(
    _ store: Store, _ minute: Int, by author: String = "m.ruiz",
    _ fill: @escaping (inout Draft) -> Void
  ) throws -> Transaction {
    try store.commit("test.change", TestOffice.occasion(minute, by: author)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      fill(&draft)
      return draft.operations
    }
  }

  @Test func bothValuesAreKeptUntilSomebodySettlesThem() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.north, minute: 1)
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 2, by: "j.okafor")
    #expect(offices.north.workspace.conflicts.isEmpty)
    try offices.synchronise()
    for store in offices.both {
      let conflict = try #require(store.workspace.conflicts(id).first)
      #expect(conflict.field == "city" && conflict.element == nil)
      #expect(conflict.choices.map(\.value) == [.text("Birch"), .text("Ash")])
      #expect(store.workspace.value(id, "city") == .text("Birch"))
      #expect(try store.transaction(conflict.choices[1].line).author == "m.ruiz")
    }
    // The cache keeps it.
    try offices.south.writeCache()
    let again = try TestOffice.open(offices.disks[1])
    #expect(again.workspace.conflicts == offices.south.workspace.conflicts)
    // The value that stood aside is chosen, and both know.
    var invocation = Invocation("record.settle")
    invocation.subjects = [id]
    invocation.answers = ["keep": ["city=2"], "reason": ["asked them"]]
    _ = try offices.north.commit(invocation, TestOffice.occasion(3))
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.conflicts.isEmpty)
      #expect(store.workspace.value(id, "city") == .text("Ash"))
    }
    #expect(throws: CommitFailure.self) {
      try offices.north.commit(invocation, TestOffice.occasion(4))
    }
  }

  @Test func theValueThatStandsCanBeChosenToo() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.north, minute: 1)
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 2)
    try offices.synchronise()
    // Somebody writes what stands already: the choice is on record.
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.north, minute: 3)
    try offices.synchronise()
    #expect(offices.south.workspace.conflicts.isEmpty)
    #expect(offices.south.workspace.value(id, "city") == .text("Birch"))
  }

  @Test func equalValuesAreNoConflict() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.north, minute: 1)
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.south, minute: 2)
    try offices.synchronise()
    #expect(offices.both.allSatisfy { $0.workspace.conflicts.isEmpty })
  }

  @Test func changeThatSawTheOtherIsNoConflict() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.north, minute: 1)
    try offices.synchronise()
    // Its clock is behind: it follows all the same.
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: -300)
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.conflicts.isEmpty)
      #expect(store.workspace.value(id, "city") == .text("Birch"))
    }
  }

  @Test func concurrentTagsBothStay() throws {
    let (offices, id) = try office()
    _ = try commit(offices.north, 1) { $0.add(id, "tags", "coast") }
    _ = try commit(offices.south, 2) { $0.add(id, "tags", "grant") }
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.value(id, "tags") == .texts(["coast", "grant"]))
      #expect(store.workspace.conflicts.isEmpty)
    }
    // Put in again by one, taken out by the other, of the same element: that is one.
    _ = try commit(offices.north, 3) { $0.take(id, "tags", "coast") }
    _ = try commit(offices.south, 4) { draft in
      draft.take(id, "tags", "coast")
    }
    _ = try commit(offices.south, 5) { $0.add(id, "tags", "coast") }
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.conflicts(id).map(\.name) == ["tags/coast"])
      #expect(store.workspace.value(id, "tags") == .texts(["coast", "grant"]))
    }
    var invocation = Invocation("record.settle")
    invocation.subjects = [id]
    invocation.answers = ["keep": ["2"]]
    _ = try offices.south.commit(invocation, TestOffice.occasion(6))
    try offices.synchronise()
    #expect(offices.north.workspace.value(id, "tags") == .texts(["grant"]))
    #expect(offices.north.workspace.conflicts.isEmpty)
  }

  @Test func editBetweenADeleteAndItsUndoStays() throws {
    let (offices, id) = try office()
    let removal = try commit(offices.north, 1) { $0.delete(id) }
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 2)
    try offices.synchronise()
    for store in offices.both {
      #expect(!store.workspace.contains(id))
      #expect(store.workspace.value(id, "city") == .text("Birch"), "edits go on underneath")
    }
    let report = try offices.north.undo(removal.id, TestOffice.occasion(3))
    #expect(report.isComplete)
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.contains(id))
      #expect(store.workspace.value(id, "city") == .text("Birch"))
      #expect(store.workspace.conflicts.isEmpty)
    }
    #expect(offices.north.digest == offices.south.digest)
  }

  @Test func dismissalBesideAnothersIdenticalRuleFlagStands() throws {
    let (offices, id) = try office()
    let flag = RecordID.derived(.flag, from: ["rule", id.text])
    let raise: (inout Draft) -> Void = { draft in
      draft.new(
        flag,
        [
          "partner": .text(id.text), "title": .text("No agreement in force"),
          "likelihood": .integer(3), "impact": .integer(3), "status": .text("open"),
          "category": .text("legal"),
        ], derived: true)
    }
    _ = try commit(offices.north, 1, raise)
    try TestOffice.set("status", .text("dismissed"), of: flag, in: offices.north, minute: 2)
    // The other office finds the same, later by every clock.
    _ = try commit(offices.south, 30, raise)
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.count(.flag) == 1)
      #expect(store.workspace.value(flag, "status") == .text("dismissed"))
      #expect(store.workspace.conflicts.isEmpty)
    }
    #expect(offices.north.digest == offices.south.digest)
  }

  @Test func undoBeneathALaterChangeLeavesThat() throws {
    let (offices, id) = try office()
    let first = try commit(offices.north, 1) { draft in
      draft.set(id, "city", .text("Ash"))
      draft.set(id, "tier", .integer(2))
    }
    try offices.synchronise()
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 2, by: "j.okafor")
    try offices.synchronise()
    let report = try offices.north.undo(first.id, TestOffice.occasion(3))
    #expect(report.left.map(\.field) == ["city"])
    #expect(report.left.first?.author == "j.okafor")
    try offices.synchronise()
    for store in offices.both {
      #expect(store.workspace.value(id, "city") == .text("Birch"))
      #expect(store.workspace.value(id, "tier") == nil)
      #expect(store.workspace.conflicts.isEmpty)
    }
  }

  @Test func laterChangeSettlesOnlyWhatItSaw() throws {
    var id: RecordID?
    let (first, made) = try TestOffice.newStore()
    id = try TestOffice.addPartner("Ash County", to: made, minute: 0)
    let partner = try #require(id)
    let disks = [first, first.copy(machine: "b"), first.copy(machine: "c")]
    let stores = try disks.map { try TestOffice.open($0) }
    func give(_ from: Int, _ to: Int) throws {
      for path in disks[from].paths(under: "journal/")
      where disks[from].bytes(path).count > disks[to].bytes(path).count {
        try disks[to].makeDirectory(LocalDisk.parent(of: path))
        disks[to].put(disks[from].bytes(path), at: path)
      }
      try stores[to].refresh()
    }
    for (place, city) in ["Ash", "Birch", "Cedar"].enumerated() {
      // Each takes a writer id of its own by its seed.
      let occasion = TestOffice.occasion(1 + place, seed: UInt64(place))
      _ = try stores[place].commit("test.change", occasion) {
        workspace, context throws(CommandError) in
        var draft = Draft(workspace, context)
        draft.set(partner, "city", .text(city))
        return draft.operations
      }
    }
    try give(1, 0)
    #expect(stores[0].workspace.conflicts(partner).first?.choices.count == 2)
    try TestOffice.set("city", .text("Both"), of: partner, in: stores[0], minute: 9)
    #expect(stores[0].workspace.conflicts.isEmpty)
    try give(2, 0)
    let left = try #require(stores[0].workspace.conflicts(partner).first)
    #expect(left.choices.map(\.value) == [.text("Both"), .text("Cedar")])
  }

  // MARK: Clocks

  @Test func linesFarAheadWaitUntilTheClockGetsThere() throws {
    let (offices, id) = try office()
    let now = TestOffice.occasion(0).now
    for disk in offices.disks { disk.setWallTime(now) }
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.south, minute: 24 * 60 - 1)
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 24 * 60 + 5)
    try offices.synchronise()
    // Their own are never held.
    #expect(offices.south.workspace.value(id, "city") == .text("Birch"))
    #expect(offices.north.workspace.value(id, "city") == .text("Ash"))
    #expect(offices.north.heldChanges.count == 1 && offices.south.heldChanges.isEmpty)
    #expect(offices.north.restriction == nil)
    let report = try offices.north.verify()
    #expect(report.isSound && report.notes.count == 1, "\(report.problems) \(report.notes)")
    let past = try TestOffice.set("tier", .integer(1), of: id, in: offices.north, minute: 1)
    #expect(past.time < now.milliseconds + 24 * 60 * 60_000, "a held line does not move the clock")
    // The clock gets there.
    offices.disks[0].setWallTime(Instant(milliseconds: now.milliseconds + 6 * 60_000))
    try offices.north.refresh()
    #expect(offices.north.workspace.value(id, "city") == .text("Birch"))
    #expect(offices.north.heldChanges.isEmpty)
  }

  @Test func linesThatOwnLinesFollowOnAreNotHeldAgain() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Birch"), of: id, in: offices.south, minute: 24 * 60 + 5)
    try offices.synchronise()
    try TestOffice.set("city", .text("Cedar"), of: id, in: offices.north, minute: 24 * 60 + 6)
    // The clock is set back by two days.
    offices.disks[0].setWallTime(
      Instant(milliseconds: TestOffice.occasion(0).now.milliseconds - 24 * 60 * 60_000))
    let again = try TestOffice.open(offices.disks[0], usingCache: false)
    #expect(again.heldChanges.isEmpty)
    #expect(again.digest == offices.north.digest)
  }

  @Test func ownJournalShorterThanOthersHaveReadIsReported() throws {
    let (offices, id) = try office()
    try TestOffice.set("city", .text("Ash"), of: id, in: offices.north, minute: 1)
    try offices.synchronise()
    try TestOffice.set("tier", .integer(1), of: id, in: offices.south, minute: 2)
    try offices.synchronise()
    // Its last line goes, and with it what this machine remembers.
    let disk = offices.disks[0]
    let path = try #require(disk.paths(under: "journal/").first { disk.bytes($0).count > 600 })
    let bytes = disk.bytes(path)
    let cut = try #require(bytes.dropLast().lastIndex(of: 0x0A))
    disk.put(Array(bytes[...cut]), at: path)
    try disk.remove(Heads.file)
    let again = try TestOffice.open(disk)
    guard case .journal(.shortened(_, let line, let seen)) = again.restriction else {
      Issue.record("not noticed: \(String(describing: again.restriction))")
      return
    }
    #expect(line == 1 && seen == 2)
    #expect(again.workspace.contains(id), "what is there is shown")
  }
}
