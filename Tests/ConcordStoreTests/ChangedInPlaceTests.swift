import ConcordModel
import ConcordStore
import Testing

/// Bytes that somebody changes in place under an open store, with the file as long as before.
@Suite struct ChangedInPlaceTests {
  private func office() throws -> (disk: MemoryDisk, store: Store, path: String) {
    let (disk, store) = try TestOffice.newStore()
    for minute in 0..<3 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    return (disk, store, disk.paths(under: "journal/")[0])
  }

  private func flip(_ line: Int, _ disk: MemoryDisk, _ path: String) -> [UInt8] {
    var bytes = disk.bytes(path)
    let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    bytes[starts[line - 1] + 200] ^= 1
    disk.put(bytes, at: path)
    return bytes
  }

  @Test("dd conv=notrunc into what was read: the next change went on top of it")
  func beforeAChange() throws {
    for line in 1...3 {
      for isFresh in [true, false] {
        let (disk, first, path) = try office()
        let store = isFresh ? first : try TestOffice.open(disk)
        let bytes = flip(line, disk, path)
        #expect(throws: CommitFailure.self) {
          try TestOffice.addPartner("New", to: store, minute: 9)
        }
        #expect(disk.bytes(path) == bytes, "line \(line)")
        let words = store.restriction?.sentence ?? "no restriction"
        #expect(words.contains("memory/\(path)"), "\(words)")
        // Of the last line what was folded tells that it was whole.
        let place =
          line < 3 ? "line \(line): " : "ends with line 2, but this machine has seen line 3"
        #expect(words.contains(place), "\(words)")
      }
    }
  }

  @Test("and the next look passed over it, also in another's journal")
  func beforeALook() throws {
    let (disk, other, path) = try office()
    _ = other
    let here = disk.copy(machine: "another")
    let store = try TestOffice.open(here)
    try TestOffice.addPartner("Own", to: store, minute: 5)
    #expect(try store.refresh().isEmpty && store.restriction == nil)
    _ = flip(2, here, path)
    #expect(throws: StoreError.self) { try store.refresh() }
    #expect(store.restriction?.sentence.contains("memory/\(path), line 2: ") == true)
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: store, minute: 9) }
  }

  @Test("the same bytes with another time are read once, and then no more")
  func touched() throws {
    let (disk, store, path) = try office()
    disk.put(disk.bytes(path), at: path)
    _ = disk.journalBytesRead()
    try store.refresh()
    #expect(disk.journalBytesRead() == disk.bytes(path).count)
    try store.refresh()
    try TestOffice.addPartner("New", to: store, minute: 9)
    try store.refresh()
    try TestOffice.addPartner("Newer", to: store, minute: 10)
    #expect(disk.journalBytesRead() == 0)
    #expect(store.restriction == nil)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test("changes of two processes that share a journal are read, and nothing else twice")
  func sharedJournal() throws {
    let (disk, store, path) = try office()
    let second = try TestOffice.open(disk)
    for minute in 10..<14 {
      let writer = minute % 2 == 0 ? store : second
      let reader = minute % 2 == 0 ? second : store
      let before = disk.bytes(path).count
      _ = disk.journalBytesRead()
      try TestOffice.addPartner("New", to: writer, minute: minute)
      #expect(disk.journalBytesRead() == 0)
      #expect(try reader.refresh().count == 1)
      #expect(disk.journalBytesRead() == disk.bytes(path).count - before)
    }
  }

  @Test("a write that fails and is cut away again leaves a store that goes on")
  func failedWrite() throws {
    let (disk, store, path) = try office()
    let before = disk.bytes(path)
    disk.fail([.write])
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: store, minute: 9) }
    disk.fail([])
    #expect(disk.bytes(path) == before)
    try TestOffice.addPartner("New", to: store, minute: 9)
    #expect(try TestOffice.open(disk).digest == store.digest)
  }
}
