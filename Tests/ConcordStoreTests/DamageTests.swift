import ConcordModel
import ConcordStore
import Testing

/// Damage is noticed, named with its file and line, and never folded.
@Suite struct DamageTests {
  @Test func everyFlippedByteIsNoticed() throws {
    let (disk, store) = try TestOffice.newStore()
    var changes = RandomChanges(seed: 5)
    var digests: Set<String> = [store.digest]
    for minute in 0..<3 {
      _ = try changes.commit(to: store, minute: minute)
      digests.insert(store.digest)
    }
    _ = try store.undo(nil, TestOffice.occasion(20))
    digests.insert(store.digest)
    let path = disk.paths(under: "journal/")[0]
    let whole = disk.bytes(path)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      disk.put(bytes, at: path)
      #expect(try !store.verify().isSound, "byte \(place)")
      guard place % 5 == 0 else { continue }
      let opened = try TestOffice.open(disk)
      #expect(digests.contains(opened.digest), "byte \(place)")
    }
  }

  @Test func damageInTheMiddleNamesFileAndLineAndLeavesTheRestToRead() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let good = store.digest
    for minute in 1..<4 {
      try TestOffice.set("city", .text("City \(minute)"), of: id, in: store, minute: minute)
    }
    let path = disk.paths(under: "journal/")[0]
    var bytes = disk.bytes(path)
    let lines = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes[lines[0] + 150] ^= 4
    disk.put(bytes, at: path)
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == good)
    guard case .journal(.damaged(let file, let line, _))? = opened.restriction else {
      Issue.record("\(String(describing: opened.restriction))")
      return
    }
    #expect(file == "memory/" + path)
    #expect(line == 2)
    #expect(throws: CommitFailure.self) {
      try TestOffice.set("city", nil, of: id, in: opened, minute: 9)
    }
    #expect(try opened.verify().problems.first?.line == 2)
  }

  @Test func conflictMarkersAreDamage() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    let path = disk.paths(under: "journal/")[0]
    disk.put(Array("<<<<<<< ours\n".utf8) + disk.bytes(path), at: path)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction != nil)
    #expect(opened.workspace.count(.partner) == 0)
  }

  @Test func journalCutBetweenLinesIsNoticed() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let path = disk.paths(under: "journal/")[0]
    let first = disk.bytes(path)
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    disk.put(first, at: path)
    let opened = try TestOffice.open(disk)
    #expect(
      opened.restriction
        == .journal(.shortened(path: "memory/" + path, line: 1, seen: 2)))
    #expect(try !opened.verify().isSound)
    disk.put([], at: path)
    #expect(try TestOffice.open(disk).restriction != nil)
    try disk.remove(path)
    #expect(try TestOffice.open(disk).restriction != nil)
  }

  @Test func everyFlippedByteOfTheCacheIsNoticed() throws {
    let (disk, store) = try TestOffice.newStore()
    var changes = RandomChanges(seed: 11)
    for minute in 0..<5 { _ = try changes.commit(to: store, minute: minute) }
    try store.writeCache()
    let whole = disk.bytes(StateCache.file)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      disk.put(bytes, at: StateCache.file)
      var workspace = Workspace(office: store.identity.office, today: TestOffice.today)
      let found = StateCache.read(on: disk, store.identity, into: &workspace)
      #expect(found == nil, "byte \(place)")
      #expect(workspace.count(.partner) == 0)
    }
    for length in stride(from: 0, to: whole.count, by: 29) {
      disk.put(Array(whole[..<length]), at: StateCache.file)
      #expect(try TestOffice.open(disk).digest == store.digest)
    }
  }

  @Test func cacheOfAnotherJournalIsIgnored() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    try store.writeCache()
    let cache = disk.bytes(StateCache.file)
    let (other, second) = try TestOffice.newStore()
    try TestOffice.addPartner("Birch County", to: second, minute: 3)
    other.put(cache, at: StateCache.file)
    #expect(try TestOffice.open(other).digest == second.digest)
    #expect(try TestOffice.open(other).verify().isSound)
  }

  @Test func newerVersionsOpenToBeRead() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    let path = disk.paths(under: "journal/")[0]
    let identity = String(decoding: disk.bytes("concord.json"), as: UTF8.self)
    let newer = identity.replacing("\"format\": 1", with: "\"format\": 2")
    #expect(newer != identity)
    disk.put(Array(newer.utf8), at: "concord.json")
    var opened = try TestOffice.open(disk)
    #expect(opened.restriction == .newerFormat(path: "memory/concord.json", 2))
    #expect(opened.digest == store.digest)
    disk.put(Array(identity.utf8), at: "concord.json")

    let journal = disk.bytes(path)
    disk.put(journal + Array("{\"v\":2,\"w\":\"?\"}\n".utf8), at: path)
    opened = try TestOffice.open(disk)
    #expect(
      opened.restriction
        == .journal(.damaged(path: "memory/" + path, line: 2, .version(2))))
    #expect(opened.digest == store.digest)
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("Birch", to: opened) }
    #expect(disk.bytes(path).count > journal.count)
  }

  @Test("a newer version's line in the middle: what stands before it is shown, nothing is written")
  func newerLineInTheMiddle() throws {
    for hasCache in [false, true] {
      let (disk, store) = try TestOffice.newStore()
      let id = try TestOffice.addPartner("Ash County", to: store)
      let good = store.digest
      try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
      try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 2)
      if hasCache { try store.writeCache() }
      let path = disk.paths(under: "journal/")[0]
      var lines = disk.bytes(path).split(separator: 0x0A).map {
        String(decoding: $0, as: UTF8.self)
      }
      lines[1] = lines[1].replacing("{\"v\":1,", with: "{\"v\":2,")
      let journal = Array((lines.joined(separator: "\n") + "\n").utf8)
      disk.put(journal, at: path)
      let opened = try TestOffice.open(disk)
      #expect(
        opened.restriction == .journal(.damaged(path: "memory/" + path, line: 2, .version(2))))
      #expect(opened.restriction?.sentence.contains("written by a newer version") == true)
      #expect(opened.digest == good)
      #expect(throws: CommitFailure.self) {
        try TestOffice.set("city", nil, of: id, in: opened, minute: 3)
      }
      #expect(disk.bytes(path) == journal)
    }
  }
}
