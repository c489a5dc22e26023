import ConcordModel
import ConcordStore
import Testing

/// A journal that ends too early: what this machine has seen of it is remembered, so that a cut is
/// told wherever it falls, and nothing is written until somebody has confirmed it.
@Suite struct CutJournalTests {
  /// A journal of some lines, with the digest after each and where each begins.
  private struct Journal {
    let disk: MemoryDisk
    let path: String
    let bytes: [UInt8]
    let starts: [Int]
    let digests: [String]
    let heads: [UInt8]

    init(lines: Int, hasCache: Bool) throws {
      let (disk, store) = try TestOffice.newStore()
      var digests = [store.digest]
      for minute in 0..<lines {
        try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
        digests.append(store.digest)
      }
      if hasCache { try store.writeCache() }
      (self.disk, self.digests) = (disk, digests)
      path = disk.paths(under: "journal/")[0]
      let whole = disk.bytes(path)
      bytes = whole
      starts = [0] + whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
      heads = disk.bytes("local/heads")
    }

    /// How many whole lines there are before an offset.
    func lines(before offset: Int) -> Int { starts.lastIndex { $0 <= offset } ?? 0 }
  }

  /// Opens the store with its journal cut, and sees that it is told and left alone.
  private func check(_ journal: Journal, cutAt length: Int) throws {
    let disk = journal.disk
    disk.put(Array(journal.bytes[..<length]), at: journal.path)
    let lines = journal.lines(before: length)
    let seen = journal.digests.count - 1
    let words = "cut at \(length), after line \(lines)"
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == journal.digests[lines], "\(words)")
    #expect(
      opened.restriction
        == .journal(
          .shortened(path: "memory/" + journal.path, line: Int64(lines), seen: Int64(seen))),
      "\(words): \(opened.restriction?.sentence ?? "no restriction")")
    #expect(throws: CommitFailure.self, "\(words)") {
      try TestOffice.addPartner("New", to: opened, minute: 99)
    }
    #expect(try !opened.verify().isSound, "\(words)")
    #expect(disk.bytes(journal.path).count == length, "\(words)")
    #expect(disk.bytes("local/heads") == journal.heads, "\(words)")
  }

  @Test("at every byte of the last two lines", arguments: [true, false])
  func lastTwoLines(hasCache: Bool) throws {
    let journal = try Journal(lines: 6, hasCache: hasCache)
    for length in journal.starts[4]..<journal.starts[6] { try check(journal, cutAt: length) }
    journal.disk.put(journal.bytes, at: journal.path)
    #expect(try TestOffice.open(journal.disk).restriction == nil)
  }

  @Test("between any two lines", arguments: [true, false])
  func betweenAnyTwoLines(hasCache: Bool) throws {
    let journal = try Journal(lines: 60, hasCache: hasCache)
    for line in 0..<60 { try check(journal, cutAt: journal.starts[line]) }
  }

  @Test("once it is confirmed, the store goes on and what was torn is set aside")
  func confirmed() throws {
    for back in [0, 1, 40] {
      let journal = try Journal(lines: 6, hasCache: true)
      let disk = journal.disk
      let length = journal.starts[5] + back
      try check(journal, cutAt: length)
      var doctor = try StoreDoctor(on: disk)
      #expect(doctor.findings.contains { $0.path == "memory/local/heads" })
      _ = try doctor.fix()
      let opened = try TestOffice.open(disk)
      #expect(opened.restriction == nil && opened.digest == journal.digests[5])
      try TestOffice.addPartner("New", to: opened, minute: 99)
      let aside = disk.paths(under: "local/quarantine/").map { disk.bytes($0) }
      #expect(aside.contains(journal.heads))
      if back > 0 {
        #expect(aside.contains(Array(journal.bytes[journal.starts[5]..<length])), "\(back)")
      }
      #expect(try TestOffice.open(disk).verify().isSound)
    }
  }

  @Test(
    "a crash before the heads were written: at every byte of the last two lines it is a torn end")
  func withoutHeads() throws {
    for hasCache in [true, false] {
      let journal = try Journal(lines: 3, hasCache: hasCache)
      let disk = journal.disk
      // A cache that is of no use any more is the same as none: not at every byte.
      let step = hasCache ? 7 : 1
      for length in stride(from: journal.starts[1], to: journal.starts[3], by: step) {
        disk.put(Array(journal.bytes[..<length]), at: journal.path)
        disk.put([], at: "local/heads")
        let lines = journal.lines(before: length)
        let opened = try TestOffice.open(disk)
        #expect(opened.restriction == nil && opened.digest == journal.digests[lines])
        try TestOffice.addPartner("New", to: opened, minute: 99)
        #expect(
          disk.bytes(journal.path).starts(with: journal.bytes[..<journal.starts[lines]]),
          "cut at \(length)")
        let aside = disk.paths(under: "local/quarantine/")
        let torn = Array(journal.bytes[journal.starts[lines]..<length])
        #expect(aside.map { disk.bytes($0) } == (torn.isEmpty ? [] : [torn]), "cut at \(length)")
        for path in aside { try disk.remove(path) }
        #expect(try TestOffice.open(disk).verify().isSound, "cut at \(length)")
      }
    }
  }

  @Test("a journal cut while the store is open: told by the next look and by the next change")
  func underAnOpenStore() throws {
    for length in [0, 1, 5] {
      let journal = try Journal(lines: 6, hasCache: false)
      let store = try TestOffice.open(journal.disk)
      journal.disk.put(Array(journal.bytes[..<journal.starts[length]]), at: journal.path)
      #expect(throws: CommitFailure.self) {
        try TestOffice.addPartner("New", to: store, minute: 99)
      }
      #expect(
        store.restriction
          == .journal(
            .shortened(path: "memory/" + journal.path, line: Int64(length), seen: 6)))
      #expect(store.digest == journal.digests[6])
      #expect(journal.disk.bytes(journal.path).count == journal.starts[length])
    }
  }
}
