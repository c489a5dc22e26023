import ConcordModel
import ConcordStore
import Testing

/// The machine's clock is set back by a day: the journal's own clock goes on, what people are shown
/// is the clock on the wall, and nothing gets out of order.
@Suite struct ClockTests {
  private static let day = 24 * 60

  private func office() throws -> (disk: MemoryDisk, store: Store, id: RecordID) {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store, minute: 0)
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    return (disk, store, id)
  }

  @Test func setBackByADay() throws {
    let (disk, store, id) = try office()
    let before = try store.history()
    let first = try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 2 - Self.day)
    let second = try TestOffice.set("city", .text("Cedar"), of: id, in: store, minute: 3 - Self.day)
    #expect(first.time == before[0].time + 1 && second.time == first.time + 1)
    #expect(first.instant == TestOffice.occasion(2 - Self.day).now)
    #expect(second.instant == TestOffice.occasion(3 - Self.day).now)
    // It stands in the line, and only where the two differ.
    let lines = disk.bytes(disk.paths(under: "journal/")[0]).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(lines.map { $0.contains("\"at\":") } == [false, false, true, true])
    #expect(lines[3].contains("\"at\":\(TestOffice.occasion(3 - Self.day).now.milliseconds),"))

    // The last value is the one that was written last, whatever the clock said.
    try store.writeCache()
    for usingCache in [true, false] {
      let opened = try TestOffice.open(disk, usingCache: usingCache)
      #expect(opened.restriction == nil && opened.digest == store.digest)
      #expect(opened.workspace.value(id, "city") == .text("Cedar"))
      #expect(try opened.history().map(\.id.number) == [4, 3, 2, 1])
      #expect(try opened.verify().isSound)
    }
    // Undo goes back in the order of writing.
    #expect(try store.undo(nil, TestOffice.occasion(4 - Self.day)).taken.id == second.id)
    #expect(store.workspace.value(id, "city") == .text("Birch"))
    #expect(try store.undo(nil, TestOffice.occasion(5 - Self.day)).taken.id == first.id)
    #expect(store.workspace.value(id, "city") == .text("Ash"))

    // Set right again, both clocks agree as before.
    let right = try TestOffice.set("city", .text("Date"), of: id, in: store, minute: 10)
    #expect(right.wallTime == nil && right.time == TestOffice.occasion(10).now.milliseconds)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test func daysCountFromTheClockOnTheWall() throws {
    let (_, store, _) = try office()
    let yesterday = TestOffice.today.adding(days: -1)
    let occasion = Occasion(
      author: "m.ruiz", account: "m.ruiz@gulf-02",
      now: TestOffice.occasion(2 - Self.day).now, today: yesterday, seed: 1)
    store.turn(to: yesterday)
    var seen: Day?
    try store.commit("record.create", occasion) { workspace, context throws(CommandError) in
      seen = context.today
      #expect(workspace.today == yesterday)
      #expect(context.now == occasion.now)
      var draft = Draft(workspace, context)
      draft.new(.partner, ["name": .text("Birch County")])
      return draft.operations
    }
    #expect(seen == yesterday)
  }

  @Test func thePastIsWhatTheJournalsClockSays() throws {
    let (disk, store, id) = try office()
    let digest = store.digest
    try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 2 - Self.day)
    // What was written while the clock was behind came after all that was there.
    let between = try Store.open(on: disk, asOf: TestOffice.today) { _ in
      TestOffice.occasion(1).now
    }
    #expect(between.digest == digest)
    let after = try Store.open(on: disk, asOf: TestOffice.today) { _ in
      TestOffice.occasion(2).now
    }
    #expect(after.digest == store.digest)
  }

  @Test func twoHandlesWithDifferentClocks() throws {
    let (disk, store, id) = try office()
    let other = try TestOffice.open(disk)
    for minute in 2..<10 {
      try TestOffice.set("city", .text("\(minute)"), of: id, in: store, minute: minute)
      try TestOffice.set("city", .text("-\(minute)"), of: id, in: other, minute: minute - Self.day)
    }
    try store.refresh()
    #expect(store.digest == other.digest)
    #expect(store.workspace.value(id, "city") == .text("-9"))
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  /// The times of files are in the future then: no cache trusts them, and none is refused for it.
  @Test func cacheWithAClockThatIsBehindTheFiles() throws {
    let (disk, store, id) = try office()
    disk.pass(seconds: 2 * 86_400)
    try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 2)
    disk.pass(seconds: -86_400)
    try store.writeCache()
    _ = disk.journalBytesRead()
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == store.digest && opened.restriction == nil)
    #expect(disk.journalBytesRead() == disk.bytes(disk.paths(under: "journal/")[0]).count)
    var bytes = disk.bytes(disk.paths(under: "journal/")[0])
    bytes[200] ^= 1
    disk.put(bytes, at: disk.paths(under: "journal/")[0])
    #expect(try TestOffice.open(disk).restriction != nil)
  }
}
