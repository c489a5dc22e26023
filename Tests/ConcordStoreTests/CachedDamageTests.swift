import ConcordModel
import ConcordStore
import Foundation
import Testing

/// A cache stands for the journals that it was made of, and for no others: damage in what it covers
/// is noticed at the next opening and named by file and line.
@Suite struct CachedDamageTests {
  /// A store of three segments with two changes each but for the last, and its cache.
  private static func office(
    on disk: any Disk
  ) throws -> (store: Store, digests: [String], paths: [String]) {
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    let store = try TestOffice.open(disk)
    store.sealedSize = 700
    var digests = [store.digest]
    for minute in 0..<5 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
      digests.append(store.digest)
    }
    let writer = try disk.list("journal")[0]
    let paths = try disk.list("journal/\(writer)").map { "journal/\(writer)/\($0)" }
    #expect(paths.count == 3)
    return (store, digests, paths)
  }

  private func isOfUse(_ disk: any Disk, _ store: Store) -> Bool {
    var workspace = Workspace(office: store.identity.office, today: TestOffice.today)
    return StateCache.read(on: disk, store.identity, into: &workspace) != nil
  }

  @Test("one byte of any segment that a cache covers: file and line are named, the rest is shown")
  func flippedUnderACache() throws {
    for hasPassed in [false, true] {
      let disk = MemoryDisk()
      let (store, digests, paths) = try Self.office(on: disk)
      if hasPassed { disk.pass() }
      try store.writeCache()
      if hasPassed { disk.pass() }
      for (place, path) in paths.enumerated() {
        let whole = disk.bytes(path)
        for line in whole.split(separator: 0x0A).indices where place * 2 + line < 5 {
          let start = whole.indices.filter { $0 == 0 || whole[$0 - 1] == 0x0A }[line]
          var bytes = whole
          bytes[start + 200] ^= 4
          disk.put(bytes, at: path)
          let opened = try TestOffice.open(disk)
          #expect(opened.digest == digests[place * 2 + line], "\(path), line \(line + 1)")
          let words = try #require(opened.restriction).sentence
          #expect(words.contains("memory/\(path)"), "\(words)")
          if place * 2 + line < 4 { #expect(words.contains("line \(line + 1)"), "\(words)") }
          // The cache that still knows better stays where it is.
          try opened.writeCache()
          disk.put(whole, at: path)
          #expect(isOfUse(disk, store))
          #expect(try TestOffice.open(disk).digest == store.digest)
        }
      }
    }
  }

  @Test("the same on a real disk, whose times are coarse: right after the write, and later")
  func flippedOnARealDisk() throws {
    for wait in [0, 120_000] {
      let directory = try TemporaryDirectory()
      let disk = LocalDisk(root: directory.path + "/store")
      let (store, digests, paths) = try Self.office(on: disk)
      // Past the doubt about the files' times there is nothing to wait for but the clock.
      let clock = disk.clock
      while disk.clock < clock + Int64(wait) * 1000 {}
      try store.writeCache()
      let file = try disk.open(paths[1], .write)
      defer { disk.close(file) }
      let byte = try disk.read(file, at: 200, count: 1)
      try disk.write([byte[0] ^ 1], to: file, at: 200)
      let opened = try TestOffice.open(disk)
      #expect(opened.digest == digests[2], "\(wait)")
      guard case .journal(.damaged(let path, 1, _))? = opened.restriction else {
        Issue.record("\(opened.restriction?.sentence ?? "no restriction")")
        continue
      }
      #expect(path == disk.root + "/" + paths[1])
    }
  }

  @Test("a journal that nobody has touched is not read, one that has grown only where it has")
  func readsNoMoreThanItMust() throws {
    let disk = MemoryDisk()
    let (store, _, paths) = try Self.office(on: disk)
    disk.pass()
    try store.writeCache()
    disk.pass()
    _ = disk.journalBytesRead()
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == store.digest)
    #expect(disk.journalBytesRead() == 0)
    #expect(!opened.cacheIsWorthWriting)

    let covered = disk.bytes(paths[2]).count
    try TestOffice.addPartner("Partner 5", to: store, minute: 5)
    disk.pass()
    _ = disk.journalBytesRead()
    let grown = try TestOffice.open(disk)
    #expect(grown.digest == store.digest)
    // What the cache has of the last segment, to see that it is still so, and what is new.
    #expect(disk.journalBytesRead() == disk.bytes(paths[2]).count)
    #expect(disk.bytes(paths[2]).count > covered)
  }

  @Test("who writes the cache soon after a change leaves no doubt behind")
  func changedInTheSameTick() throws {
    let disk = MemoryDisk()
    let (store, digests, paths) = try Self.office(on: disk)
    // The cache is written within the doubt, and the damage comes with the very same times.
    try store.writeCache()
    var bytes = disk.bytes(paths[1])
    bytes[200] ^= 1
    disk.putUnnoticed(bytes, at: paths[1])
    #expect(try TestOffice.open(disk).digest == digests[2])
  }

  @Test("a copied store reads its journals once, then its own cache knows them")
  func copied() throws {
    let disk = MemoryDisk()
    let (store, _, paths) = try Self.office(on: disk)
    disk.pass()
    try store.writeCache()
    disk.pass()
    let copy = disk.copy(machine: "another")
    copy.pass()
    let all = paths.reduce(0) { $0 + disk.bytes($1).count }
    #expect(isOfUse(copy, store))
    _ = copy.journalBytesRead()
    let opened = try TestOffice.open(copy)
    #expect(opened.digest == store.digest)
    #expect(copy.journalBytesRead() == all)
    try opened.writeCache()
    copy.pass()
    _ = copy.journalBytesRead()
    #expect(try TestOffice.open(copy).digest == store.digest)
    #expect(copy.journalBytesRead() == 0)
  }

  @Test("of a journal that was damaged since it was read no cache is made")
  func damagedBeforeTheCache() throws {
    for isNoticeable in [false, true] {
      let disk = MemoryDisk()
      let (store, _, paths) = try Self.office(on: disk)
      disk.pass()
      try store.writeCache()
      let cache = disk.bytes(StateCache.file)
      for path in [paths[0], paths[2]] {
        let whole = disk.bytes(path)
        var bytes = whole
        bytes[200] ^= 1
        if isNoticeable { disk.pass() }
        disk.put(bytes, at: path)
        #expect(throws: StoreError.self) { try store.writeCache() }
        #expect(disk.bytes(StateCache.file) == cache)
        #expect(disk.paths(under: "cache/") == [StateCache.file])
        disk.put(whole, at: path)
      }
      try store.writeCache()
      #expect(try TestOffice.open(disk).verify().isSound)
    }
  }

  @Test("what was read, written and undone in several sittings is in the prints without a gap")
  func everyWayIntoACache() throws {
    let disk = MemoryDisk()
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    var changes = RandomChanges(seed: 3)
    var stores = try (0..<2).map { _ in try TestOffice.open(disk) }
    for minute in 0..<120 {
      let place = changes.below(2)
      stores[place].sealedSize = 2000
      _ = try changes.commit(to: stores[place], minute: minute)
      switch changes.below(6) {
      case 0: try stores[1 - place].refresh()
      case 1: stores[1 - place] = try TestOffice.open(disk, usingCache: changes.below(2) == 0)
      case 2:
        try stores[place].writeCache()
        #expect(isOfUse(disk, stores[place]))
        #expect(try TestOffice.open(disk).digest == stores[place].digest)
      default: disk.pass()
      }
    }
  }
}
