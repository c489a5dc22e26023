import ConcordModel
import ConcordStore
import Synchronization
import Testing

/// The cache is written by a worker, while its store goes on.
@Suite struct CacheWorkerTests {
  private static let draft = "cache/state.jsonl.new"

  /// A store with more lines than a cache should be behind.
  private static func store(on disk: any Disk) throws -> Store {
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    let store = try TestOffice.open(disk)
    for minute in 0..<501 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    return store
  }

  @Test("it is written once it is worth it, and holds what stood there when it was begun")
  func keptInTheBackground() throws {
    let disk = WatchedDisk(MemoryDisk())
    let store = try Self.store(on: disk)
    let (begun, goOn) = (try #require(Bell()), try #require(Bell()))
    disk.beforeWriting(Self.draft) {
      begun.ring()
      _ = goOn.wait(milliseconds: 60_000)
    }
    let before = store.digest
    #expect(store.cacheIsWorthWriting)
    store.keepCache()
    #expect(begun.wait(milliseconds: 60_000))
    #expect(!store.cacheIsWorthWriting)
    // The store goes on while the worker stands still.
    try TestOffice.addPartner("Late County", to: store, minute: 600)
    store.keepCache()
    #expect(try disk.status(StateCache.file) == nil)
    goOn.ring()
    store.endWriting()
    #expect(try disk.status(Self.draft) == nil)
    var cached = Workspace(office: store.identity.office, today: TestOffice.today)
    #expect(StateCache.read(on: disk, store.identity, into: &cached) != nil)
    #expect(StateDigest.of(cached) == before)
    #expect(try TestOffice.open(disk).digest == store.digest)
  }

  @Test("whoever leaves does not wait for it, and then the one before stays")
  func leaving() throws {
    let disk = WatchedDisk(MemoryDisk())
    let store = try Self.store(on: disk)
    try store.writeCache()
    let before = try disk.contents(of: StateCache.file)
    for minute in 600..<1101 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    let (goOn, gone) = (try #require(Bell()), try #require(Bell()))
    disk.beforeWriting(Self.draft) { _ = goOn.wait(milliseconds: 60_000) }
    disk.beforeRemoving(Self.draft) { gone.ring() }
    store.keepCache()
    store.endWriting(within: 10)
    goOn.ring()
    #expect(gone.wait(milliseconds: 60_000))
    #expect(try disk.contents(of: StateCache.file) == before)
    #expect(try TestOffice.open(disk).digest == store.digest)
  }

  @Test("a store that may not be written to, or has little new, is left alone")
  func notWorthIt() throws {
    let plain = MemoryDisk()
    let store = try Self.store(on: plain)
    let reader = try TestOffice.open(plain, access: .readOnly)
    reader.keepCache()
    reader.endWriting()
    #expect(plain.bytes(StateCache.file) == [])
    try store.writeCache()
    let before = plain.bytes(StateCache.file)
    try TestOffice.addPartner("Late County", to: store, minute: 600)
    store.keepCache()
    store.endWriting()
    #expect(plain.bytes(StateCache.file) == before)
  }

  @Test("a full disk leaves the cache that was there, and no draft")
  func fullDisk() throws {
    let disk = MemoryDisk()
    let store = try Self.store(on: disk)
    disk.fail([.write])
    store.keepCache()
    store.endWriting()
    disk.fail([])
    #expect(disk.paths(under: "cache/") == [])
    try store.writeCache()
    #expect(disk.paths(under: "cache/") == [StateCache.file])
  }

  @Test("a process that is killed while it writes leaves the cache that was there")
  func killed() throws {
    let plain = MemoryDisk()
    let disk = WatchedDisk(plain)
    let store = try Self.store(on: disk)
    try store.writeCache()
    let before = plain.bytes(StateCache.file)
    for minute in 600..<1101 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    // What is on the disk when half of it is written.
    let kept = Kept()
    disk.beforeSynchronizing(Self.draft) { kept.disk.withLock { $0 = plain.clone() } }
    store.keepCache()
    store.endWriting()
    let left = try #require(kept.disk.withLock { $0 })
    #expect(left.bytes(StateCache.file) == before && plain.bytes(StateCache.file) != before)
    #expect(!left.bytes(Self.draft).isEmpty)
    #expect(try StoreDoctor(on: left).findings.contains { $0.path.hasSuffix(Self.draft) })
    let opened = try TestOffice.open(left)
    #expect(opened.restriction == nil && opened.digest == store.digest)
    try opened.writeCache()
    #expect(left.paths(under: "cache/") == [StateCache.file])
  }

  @Test("of two processes that write at once, neither puts the other's half draft in place")
  func twoDrafts() throws {
    let plain = MemoryDisk()
    let disk = WatchedDisk(plain)
    let store = try Self.store(on: disk)
    let other = try TestOffice.open(plain)
    // The other one takes the draft away and begins its own while this one is writing.
    disk.beforeSynchronizing(Self.draft) {
      do {
        try plain.remove(Self.draft)
        let file = try plain.open(Self.draft, .create)
        try plain.write(Array("half of".utf8), to: file, at: 0)
      } catch {
        Issue.record(error)
      }
    }
    store.keepCache()
    store.endWriting()
    #expect(plain.paths(under: "cache/") == [Self.draft])
    #expect(plain.bytes(Self.draft) == Array("half of".utf8))
    try other.writeCache()
    #expect(plain.paths(under: "cache/") == [StateCache.file])
    #expect(try TestOffice.open(plain).digest == store.digest)
  }
}

/// What a disk was in the middle of something.
private final class Kept: Sendable {
  let disk = Mutex<MemoryDisk?>(nil)
}
