import ConcordModel
import ConcordStore
import Glibc
import Testing

/// The cache in parts: what is read from it is what was written, whoever reads it and how often.
@Suite struct CacheTests {
  /// A store whose cache has several parts of one kind: 2,600 partners with long notes, some of
  /// whose texts need escapes, and a flag for each.
  private static func largeStore(on disk: any Disk) throws -> Store {
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    let store = try TestOffice.open(disk)
    let filler = String(repeating: "what was said on the telephone; ", count: 50)
    var ids: [RecordID] = []
    try store.commit("test.fill", TestOffice.occasion()) { workspace, context in
      var draft = Draft(workspace, context)
      for number in 0..<2600 {
        let partner = draft.new(
          .partner,
          [
            "name": .text("Partner “\(number)”"), "stage": .text("active"),
            "notes": .text("\(number)\n\(filler)\t\"end\""),
            "tags": .set(["plain", "with \"quotes\"", "tag\(number % 7)"]),
            "tier": .integer(Int64(1 + number % 3)), "x.own": .text("own \(number)\\"),
          ])
        ids.append(partner)
        draft.new(
          .flag,
          [
            "partner": .text(partner.text), "title": .text("Flag \(number)"),
            "likelihood": .integer(Int64(1 + number % 5)), "impact": .integer(3),
            "status": .text("open"), "due": .text("2026-0\(1 + number % 9)-11"),
          ])
      }
      return draft.operations
    }
    try store.commit("test.edit", TestOffice.occasion(1)) { workspace, context in
      var draft = Draft(workspace, context)
      for id in ids.prefix(40) {
        draft.set(id, "city", .text("Ash"))
        draft.add(id, "tags", "later")
        draft.set(id, "x.own", nil)
      }
      draft.delete(ids[50])
      return draft.operations
    }
    return store
  }

  @Test func severalPartsAndSeveralThreads() throws {
    let directory = try TemporaryDirectory()
    let disk = LocalDisk(root: directory.path + "/store")
    let store = try Self.largeStore(on: disk)
    try store.writeCache()
    let cached = try TestOffice.open(disk)
    #expect(!cached.cacheIsWorthWriting)
    #expect(cached.digest == store.digest)
    try Figures.expectEqual(cached.workspace, store.workspace)
    // What stands in the mapped file is written as it was, after the file's name has gone too.
    let first = try disk.contents(of: StateCache.file)
    try disk.remove(StateCache.file)
    #expect(cached.digest == store.digest)
    try cached.writeCache()
    // Its first line tells the files' times, its last one sums that up.
    let rows = { (bytes: [UInt8]) in bytes.split(separator: 0x0A).dropFirst().dropLast() }
    #expect(try rows(disk.contents(of: StateCache.file)) == rows(first))
    #expect(try cached.verify().isSound)
  }

  @Test func changesAfterACacheKnowItsStamps() throws {
    let disk = MemoryDisk()
    let store = try Self.largeStore(on: disk)
    try store.writeCache()
    let cached = try TestOffice.open(disk)
    let table = store.workspace[.partner]
    for row in [0, 39, 40, 50] {
      for field in ["city", "tags", "x.own", "gone", "name"] {
        #expect(
          cached.workspace.origin(table.id(row), field)
            == store.workspace.origin(table.id(row), field))
      }
    }
    // What was set, added, cleared and deleted goes back by the origins that the cache kept.
    _ = try cached.undo(nil, TestOffice.occasion(2))
    try store.refresh()
    #expect(cached.digest == store.digest)
    #expect(cached.workspace.value(table.id(0), "city") == nil)
    #expect(cached.workspace.value(table.id(39), "x.own") == .text("own 39\\"))
    #expect(cached.workspace.contains(table.id(50)))
    try Figures.expectEqual(cached.workspace, store.workspace)
    try cached.writeCache()
    let again = try TestOffice.open(disk)
    #expect(again.digest == store.digest)
    #expect(try again.verify().isSound)
  }

  // Rows are read before their checksum is known: whatever stands there, nothing comes of it.
  @Test func hostileBytesInRowsAreNoticed() throws {
    let (disk, store) = try TestOffice.newStore()
    for number in 0..<30 {
      let id = try TestOffice.addPartner("Partner \"\(number)\"", to: store, minute: number)
      try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: number)
      try TestOffice.set("active-since", .text("2026-11-21"), of: id, in: store, minute: number)
    }
    try store.writeCache()
    let whole = disk.bytes(StateCache.file)
    let header = try #require(whole.firstIndex(of: 0x0A))
    for place in stride(from: header + 1, to: whole.count, by: 7) {
      for byte: UInt8 in [0x00, 0x0A, 0x22, 0x30, 0x5C, 0x7D, 0xFF] where whole[place] != byte {
        var bytes = whole
        bytes[place] = byte
        disk.put(bytes, at: StateCache.file)
        var workspace = Workspace(office: store.identity.office, today: TestOffice.today)
        #expect(
          StateCache.read(on: disk, store.identity, into: &workspace) == nil,
          "\(byte) at byte \(place)")
      }
    }
  }

  @Test func anyChangedPartIsNoticed() throws {
    let disk = MemoryDisk()
    let store = try Self.largeStore(on: disk)
    try store.writeCache()
    let whole = disk.bytes(StateCache.file)
    #expect(whole.count > 4 << 20)
    for place in stride(from: 11, to: whole.count, by: whole.count / 40) {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      disk.put(bytes, at: StateCache.file)
      var workspace = Workspace(office: store.identity.office, today: TestOffice.today)
      #expect(StateCache.read(on: disk, store.identity, into: &workspace) == nil, "byte \(place)")
      #expect(workspace.count(.partner) == 0)
    }
    // A line that stands twice, a line too few, two lines that change places.
    let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false)
    for order in [[1, 1], [], [2, 1]] {
      let changed = [lines[0]] + order.map { lines[$0] } + lines[(1 + max(1, order.count))...]
      disk.put(Array(changed.joined(separator: [0x0A])), at: StateCache.file)
      var workspace = Workspace(office: store.identity.office, today: TestOffice.today)
      #expect(StateCache.read(on: disk, store.identity, into: &workspace) == nil, "\(order)")
    }
  }
}
