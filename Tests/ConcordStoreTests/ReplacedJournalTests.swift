import ConcordModel
import ConcordStore
import Testing

/// A journal in whose place another one has come: its hashes hold, it is longer than what was seen of
/// it, and still a line that was seen is gone.
@Suite struct ReplacedJournalTests {
  /// Two stores that nothing tells apart, of one line in common.
  private struct Clones {
    let disk: MemoryDisk
    let store: Store
    let path: String
    /// The other's journal, longer by a line.
    let other: [UInt8]
    let seen: LineID

    init(hasCache: Bool = false) throws {
      (disk, store) = try TestOffice.newStore()
      try TestOffice.addPartner("Ash County", to: store)
      path = disk.paths(under: "journal/")[0]
      let twin = disk.clone()
      let second = try TestOffice.open(twin)
      for minute in 5..<7 {
        try TestOffice.addPartner("Birch \(minute)", to: second, minute: minute)
      }
      other = twin.bytes(path)
      try TestOffice.addPartner("Cedar County", to: store, minute: 2)
      if hasCache {
        disk.pass()
        try store.writeCache()
        disk.pass()
      }
      seen = LineID(String(path.split(separator: "/")[1]), 2)
    }

    var fault: StoreError { .replaced(path: "memory/" + path, line: 2, seen: seen) }
  }

  @Test(
    "heads say line 2, and another line 2 comes with a line 3 behind it: it was taken without a word",
    arguments: [false, true])
  func longerThanWhatWasSeen(hasCache: Bool) throws {
    let clones = try Clones(hasCache: hasCache)
    let disk = clones.disk
    disk.put(clones.other, at: clones.path)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == .journal(clones.fault))
    #expect(
      opened.restriction?.sentence.contains("is not the one that this machine has seen") == true)
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: opened, minute: 9) }
    let problems = try opened.verify().problems
    #expect(problems.map(\.line) == [2] && problems[0].path == "memory/" + clones.path)
    let findings = try StoreDoctor(on: disk).findings
    #expect(
      findings.contains {
        $0.weight != .note && $0.sentence.contains("is not the one that this machine has seen")
      }, "\(findings)")
    #expect(disk.bytes(clones.path) == clones.other)
  }

  @Test("the cache ends with the line in question, and the journal goes on")
  func cacheOfTheOther() throws {
    let clones = try Clones()
    let disk = clones.disk
    let heads = disk.bytes(Heads.file)
    let lines = clones.other.split(separator: 0x0A)
    disk.put(lines[..<2].flatMap { $0 + [0x0A] }, at: clones.path)
    try disk.remove(Heads.file)
    try TestOffice.open(disk).writeCache()
    disk.put(clones.other, at: clones.path)
    disk.put(heads, at: Heads.file)
    #expect(try TestOffice.open(disk).restriction == .journal(clones.fault))
  }

  @Test("another writer's journal, of which a line was seen")
  func anothers() throws {
    let clones = try Clones()
    let here = clones.disk.copy(machine: "another")
    let store = try TestOffice.open(here)
    try TestOffice.addPartner("Doe County", to: store, minute: 10)
    here.put(clones.other, at: clones.path)
    #expect(try TestOffice.open(here).restriction == .journal(clones.fault))
    // And under the store that is open.
    try store.refresh()
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: store, minute: 11) }
  }

  @Test(
    "a line that was seen in the middle of what comes is compared, in whatever segment it stands")
  func inAnEarlierSegment() throws {
    let segments = try Segments(2)
    let twin = segments.disk.clone()
    try TestOffice.addPartner("Here", to: segments.store, minute: 5)
    let second = try TestOffice.open(twin)
    second.sealedSize = 1
    for minute in 6..<9 { try TestOffice.addPartner("There", to: second, minute: minute) }
    for number in 3...5 {
      segments.disk.put(twin.bytes(segments.path(number)), at: segments.path(number))
    }
    #expect(
      try TestOffice.open(segments.disk).restriction
        == .journal(
          .replaced(
            path: "memory/" + segments.path(3), line: 1, seen: LineID(segments.writer, 3))))
  }

  @Test(
    "replaced under an open store by a longer one, at once or by a new file: what was folded is gone",
    arguments: [false, true])
  func underAnOpenStore(isNewFile: Bool) throws {
    for forgets in [false, true] {
      let clones = try Clones()
      let disk = clones.disk
      if forgets { try disk.remove(Heads.file) }
      if isNewFile {
        disk.put(clones.other, at: clones.path + ".tmp")
        try disk.rename(clones.path + ".tmp", to: clones.path)
        try clones.store.refresh()
        #expect(clones.store.restriction == .journal(clones.fault), "\(forgets)")
      } else {
        disk.put(clones.other, at: clones.path)
        try clones.store.refresh()
        #expect(clones.store.restriction == .journal(clones.fault), "\(forgets)")
      }
      #expect(throws: CommitFailure.self) {
        try TestOffice.addPartner("New", to: clones.store, minute: 9)
      }
      #expect(disk.bytes(clones.path) == clones.other)
    }
  }

  @Test("what was seen stands in a branch of its own by now: nothing is lost")
  func branchOfItsOwn() throws {
    for isFirst in [true, false] {
      let clones = try Clones()
      let disk = clones.disk
      let common = Array(disk.bytes(clones.path).split(separator: 0x0A)[0]) + [0x0A]
      let ours = Array(disk.bytes(clones.path).dropFirst(common.count))
      let theirs = Array(clones.other.dropFirst(common.count))
      let sides = isFirst ? [ours, theirs] : [theirs, ours]
      let markers = ["<<<<<<< HEAD\n", "=======\n", ">>>>>>> other\n"].map { Array($0.utf8) }
      let merged = [common, markers[0], sides[0], markers[1], sides[1], markers[2]]
      disk.put(merged.flatMap(\.self), at: clones.path)
      var doctor = try StoreDoctor(on: disk)
      #expect(try doctor.fix() == ["memory/" + clones.path])
      let opened = try TestOffice.open(disk)
      #expect(opened.restriction == nil, "\(opened.restriction?.sentence ?? "")")
      #expect(try opened.history().count == 4)
      #expect(try opened.verify().isSound)
    }
  }
}
