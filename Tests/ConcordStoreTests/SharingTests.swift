import ConcordModel
import ConcordStore
import Testing

/// Several handles on one store, and copies of it.
@Suite struct SharingTests {
  @Test func twoHandlesSeeEachOthersLines() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    _ = try Store.create(at: path, office: "Test office", zone: "UTC")
    let stores = try (0..<2).map { _ in try Store.open(at: path, today: TestOffice.today) }
    var changes = RandomChanges(seed: 3)
    var heard = [0, 0]
    var made = [0, 0]
    for minute in 0..<60 {
      let place = changes.below(2)
      if try changes.commit(to: stores[place], minute: minute) != nil { made[place] += 1 }
      if changes.below(3) == 0 { heard[1 - place] += try stores[1 - place].refresh().count }
    }
    for place in 0..<2 { heard[place] += try stores[place].refresh().count }
    #expect(heard == [made[1], made[0]])
    #expect(stores[0].digest == stores[1].digest)
    #expect(try stores[0].refresh().isEmpty)
    // One machine, one writer, one order.
    let report = try stores[1].verify()
    #expect(report.isSound && report.writers == 1 && report.changes == made[0] + made[1])
    #expect(try stores[0].history().map(\.id) == stores[1].history().map(\.id))
  }

  @Test func planIsAskedAgainstWhatOthersWrote() throws {
    let (disk, first) = try TestOffice.newStore()
    let second = try TestOffice.open(disk)
    let id = try TestOffice.addPartner("Ash County", to: first)
    try TestOffice.set("city", .text("Ash"), of: id, in: second, minute: 1)
    let change = try TestOffice.set("city", .text("Birch"), of: id, in: first, minute: 2)
    guard case .set(_, let field) = change.steps[0].operation else { return }
    #expect(field.was == .text("Ash"))
    #expect(try first.refresh().map(\.command) == ["record.edit"])
  }

  // What a change says is made before the lock is had: only if nothing comes in between does it
  // stand.
  @Test func planIsAskedAgainWhereALineCameBeforeTheLock() throws {
    let (disk, first) = try TestOffice.newStore()
    let second = try TestOffice.open(disk)
    let id = try TestOffice.addPartner("Ash County", to: first)
    var seen: [FieldValue?] = []
    let change = try first.commit("record.edit", TestOffice.occasion(2)) {
      workspace, context throws(CommandError) in
      if seen.isEmpty {
        _ = try? TestOffice.set("city", .text("Ash"), of: id, in: second, minute: 1)
      }
      seen.append(workspace.value(id, "city"))
      var draft = Draft(workspace, context)
      draft.set(id, "city", .text("Birch"))
      return draft.operations
    }
    #expect(seen == [nil, .text("Ash")])
    guard case .set(_, let field) = change.steps[0].operation else { return }
    #expect(field.was == .text("Ash") && change.id.number == 3)
    #expect(try first.refresh().count == 1)
    // Where others are at work it is asked under the lock alone, and early again once they rest.
    for count in [1, 1] {
      seen = []
      try first.commit("record.edit", TestOffice.occasion(3)) {
        workspace, context throws(CommandError) in
        seen.append(workspace.value(id, "city"))
        var draft = Draft(workspace, context)
        draft.set(id, "notes", .text("\(context.now.milliseconds) \(workspace.version)"))
        return draft.operations
      }
      #expect(seen.count == count)
    }
    try second.refresh()
    #expect(second.digest == first.digest)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test func whatWasRefusedBeforeTheLockIsAskedAgainToo() throws {
    let (disk, first) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: first)
    let second = try TestOffice.open(disk)
    var answers = 0
    try first.commit("record.create", TestOffice.occasion(2)) {
      workspace, context throws(CommandError) in
      answers += 1
      if answers == 1 {
        _ = try? TestOffice.addPartner("Birch County", to: second, minute: 1)
        throw .nothingToDo("nothing yet")
      }
      #expect(workspace.count(.partner) == 2)
      var draft = Draft(workspace, context)
      draft.new(.partner, ["name": .text("Cedar County")])
      return draft.operations
    }
    #expect(answers == 2)
    // Where nothing has come, the refusal stands, and the lock is free again.
    for _ in 0..<2 {
      #expect(throws: CommitFailure.self) {
        try first.commit("record.edit", TestOffice.occasion(3)) { _, _ in [] }
      }
    }
    try TestOffice.addPartner("Doe County", to: second, minute: 4)
    // Birch came while the first one committed.
    #expect(try first.refresh().count == 2)
  }

  // A loop of notes from two shells: some failed with “this machine has seen line 10”.
  @Test func aLineThatComesWhileOpeningIsNoShortenedJournal() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    let journal = try #require(disk.paths(under: "journal/").first)
    let before = [journal, Heads.file].map { ($0, disk.bytes($0)) }
    try TestOffice.addPartner("Birch County", to: store, minute: 1)
    let after = [journal, Heads.file].map { ($0, disk.bytes($0)) }
    for (path, bytes) in before { disk.put(bytes, at: path) }
    disk.put(Dictionary(uniqueKeysWithValues: after), afterClosing: journal)
    let reader = try TestOffice.open(disk)
    #expect(reader.restriction == nil)
    #expect(try reader.refresh().count == 1)

    for (path, bytes) in before { disk.put(bytes, at: path) }
    let checker = try TestOffice.open(disk)
    disk.put(Dictionary(uniqueKeysWithValues: after), afterClosing: journal)
    #expect(try checker.verify().isSound)
  }

  @Test func watchTellsOfAnothersLine() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    _ = try Store.create(at: path, office: "Test office", zone: "UTC")
    let reader = try Store.open(at: path, access: .readOnly, today: TestOffice.today)
    let writer = try Store.open(at: path, today: TestOffice.today)
    let watch = try reader.watch()
    #expect(!watch.drain())
    for minute in 0..<3 {
      try TestOffice.addPartner("Ash County", to: writer, minute: minute)
      #expect(watch.drain())
      #expect(try reader.refresh().count == 1)
      #expect(reader.workspace.count(.partner) == minute + 1)
    }
  }

  @Test func copiedStoreTakesAWriterIDOfItsOwn() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    for machine in ["0123456789abcdef", "another"] {
      let copy = disk.copy(machine: machine)
      let opened = try TestOffice.open(copy)
      #expect(opened.digest == store.digest)
      try TestOffice.addPartner("Birch County", to: opened, minute: 1)
      #expect(copy.paths(under: "journal/").count == 2)
      #expect(try TestOffice.open(copy).verify().isSound)
      // The second writer has seen the first one's line, and says so.
      let other = copy.paths(under: "journal/").first { disk.bytes($0).isEmpty } ?? ""
      #expect(String(decoding: copy.bytes(other), as: UTF8.self).contains("\"seen\":{"))
    }
  }

  @Test func clockBehindIsToldAndTimeGoesOn() throws {
    let (disk, store) = try TestOffice.newStore()
    let first = try store.commit("record.create", TestOffice.occasion(10)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.new(.partner, ["name": .text("Ash County")])
      return draft.operations
    }
    let id = first.records[0]
    let second = try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 0)
    #expect(first.wallTime == nil)
    #expect(second.time == first.time + 1)
    #expect(second.instant == TestOffice.occasion(0).now)
    #expect(try TestOffice.open(disk).workspace.value(id, "city") == .text("Ash"))
  }

  @Test func sameSeedsGiveTheSameBytes() throws {
    let journals = try (0..<2).map { _ in
      let (disk, store) = try TestOffice.newStore()
      var changes = RandomChanges(seed: 42)
      for minute in 0..<10 { _ = try changes.commit(to: store, minute: minute) }
      return disk.paths(under: "journal/").map { disk.bytes($0) }
    }
    #expect(journals[0] == journals[1])
  }

  @Test func historyIsNewestFirstByRecordAndByAuthor() throws {
    let (_, store) = try TestOffice.newStore()
    let ash = try TestOffice.addPartner("Ash County", to: store, minute: 0)
    let birch = try TestOffice.addPartner("Birch County", to: store, minute: 1, by: "j.okafor")
    try TestOffice.set("city", .text("Ash"), of: ash, in: store, minute: 2, by: "j.okafor")
    #expect(try store.history(record: ash).map(\.command) == ["record.edit", "record.create"])
    #expect(try store.history(record: birch).count == 1)
    #expect(try store.history(by: "j.okafor").map(\.author) == ["j.okafor", "j.okafor"])
    #expect(try store.history(limit: 1).map(\.command) == ["record.edit"])
    // Ash County has somebody else's city by now: nothing of its making can be taken back.
    #expect(store.undoable(by: "m.ruiz") == nil)
    #expect(store.undoable(by: "j.okafor") == (try store.history(record: ash).first?.id))
  }
}
