import ConcordModel
import ConcordStore
import Testing

/// What the doctor finds, and what it moves aside.
@Suite struct DoctorTests {
  private func office() throws -> (disk: MemoryDisk, path: String) {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    try TestOffice.addPartner("Birch County", to: store, minute: 1)
    try store.writeCache()
    return (disk, disk.paths(under: "journal/")[0])
  }

  @Test func aSoundStoreHasNothingToMend() throws {
    let (disk, _) = try office()
    #expect(try StoreDoctor(on: disk).findings == [])
  }

  @Test func aBrokenCacheAndDraftsAreMovedAside() throws {
    let (disk, _) = try office()
    var cache = disk.bytes("cache/state.jsonl")
    cache[cache.count / 2] ^= 1
    disk.put(cache, at: "cache/state.jsonl")
    disk.put([1, 2], at: "local/writer.json.new")
    var doctor = try StoreDoctor(on: disk)
    #expect(doctor.findings.map(\.weight) == [.fixable, .fixable])
    #expect(
      try doctor.fix() == ["memory/cache/state.jsonl", "memory/local/writer.json.new"])
    #expect(disk.bytes("local/quarantine/cache-state.jsonl") == cache)
    #expect(try StoreDoctor(on: disk).findings.map(\.weight) == [.note])
    #expect(try TestOffice.open(disk).workspace.count(.partner) == 2)
  }

  @Test func aShortenedJournalIsTakenAsItIsOnceConfirmed() throws {
    let (disk, path) = try office()
    let lines = disk.bytes(path).split(separator: 0x0A)
    disk.put(Array(lines[0]) + [0x0A], at: path)
    try disk.remove("cache/state.jsonl")
    #expect(try TestOffice.open(disk).restriction != nil)
    var doctor = try StoreDoctor(on: disk)
    #expect(doctor.findings.map(\.path) == ["memory/local/heads"])
    #expect(try doctor.fix() == ["memory/local/heads"])
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == nil && opened.workspace.count(.partner) == 1)
    try TestOffice.addPartner("Cedar County", to: opened, minute: 2)
  }

  @Test func damageIsNamedAndLeftAlone() throws {
    let (disk, path) = try office()
    var bytes = disk.bytes(path)
    bytes[200] ^= 1
    disk.put(bytes, at: path)
    var doctor = try StoreDoctor(on: disk)
    let finding = try #require(doctor.findings.first { $0.path == "memory/" + path })
    #expect(finding.weight == .serious && finding.sentence.contains("line 1"))
    _ = try doctor.fix()
    #expect(disk.bytes(path) == bytes)
  }
}
