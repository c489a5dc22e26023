import ConcordModel
import ConcordStore
import Testing

/// A segment that is there and cannot be reached, because one before it is missing, is damage: what
/// stands in it is not read, and nobody may write its numbers again.
@Suite struct SegmentGapTests {
  /// Opens the store and sees that both files are named, and that nothing and nobody gets past it.
  private func expectGap(
    _ segments: Segments, missing: Int, found: Int, shown: Int, _ words: String
  ) throws {
    let disk = segments.disk
    let gap = StoreError.gap(
      missing: "memory/" + segments.path(missing), found: "memory/" + segments.path(found))
    for isFixed in [false, true] {
      let words = "\(words), \(isFixed ? "after" : "before") the doctor"
      let before = disk.paths(under: "journal/")
      let opened = try TestOffice.open(disk)
      #expect(opened.digest == segments.digests[shown], "\(words)")
      #expect(opened.restriction == .journal(gap), "\(words)")
      let sentence = opened.restriction?.sentence ?? ""
      #expect(sentence.contains("memory/\(segments.path(missing)) is missing"), "\(sentence)")
      #expect(sentence.contains("memory/\(segments.path(found)) cannot be read"), "\(sentence)")
      #expect(throws: CommitFailure.self, "\(words)") {
        try TestOffice.addPartner("New", to: opened, minute: 99)
      }
      let report = try opened.verify()
      #expect(
        report.problems.contains {
          $0.path == "memory/" + segments.path(missing) && $0.sentence.contains("is missing")
        }, "\(words): \(report.problems)")
      #expect(disk.paths(under: "journal/") == before, "\(words)")

      let remembered = disk.bytes(Heads.file)
      var doctor = try StoreDoctor(on: disk)
      #expect(
        doctor.findings.contains {
          $0.weight == .serious && $0.path == "memory/" + segments.path(missing)
            && $0.sentence.contains("memory/" + segments.path(found))
        }, "\(words): \(doctor.findings)")
      #expect(try doctor.fix().isEmpty, "\(words)")
      #expect(disk.bytes(Heads.file) == remembered, "\(words)")
    }
  }

  @Test(
    "rm 000002.jsonl of three, then doctor --fix: it was called sound, and its numbers used again",
    arguments: [false, true])
  func missingInTheMiddle(hasCache: Bool) throws {
    let segments = try Segments()
    segments.disk.pass()
    if hasCache { try segments.store.writeCache() }
    let cache = segments.disk.bytes(StateCache.file)
    let bytes = segments.disk.bytes(segments.path(2))
    try segments.disk.remove(segments.path(2))
    try expectGap(segments, missing: 2, found: 3, shown: 1, "cache: \(hasCache)")
    // A cache that remembers the lines behind the gap stays, too.
    #expect(segments.disk.bytes(StateCache.file) == cache)

    segments.disk.put(bytes, at: segments.path(2))
    let opened = try TestOffice.open(segments.disk)
    #expect(opened.restriction == nil && opened.digest == segments.digests[3])
    #expect(try opened.verify().isSound)
    try TestOffice.addPartner("New", to: opened, minute: 99)
  }

  @Test("of a received journal nothing is remembered, and the gap is told all the same")
  func receivedWithAGap() throws {
    for (missing, found, shown) in [(1, 2, 0), (2, 3, 1)] {
      let segments = try Segments()
      try segments.disk.remove(Heads.file)
      try segments.disk.remove(segments.path(missing))
      try expectGap(segments, missing: missing, found: found, shown: shown, "\(missing)")
    }
  }

  @Test("a stray 000009.jsonl behind the last segment")
  func strayBehindTheLast() throws {
    let segments = try Segments()
    segments.disk.put(segments.disk.bytes(segments.path(1)), at: segments.path(9))
    try expectGap(segments, missing: 4, found: 9, shown: 3, "stray")
    try segments.disk.remove(segments.path(9))
    #expect(try TestOffice.open(segments.disk).restriction == nil)
  }

  @Test("an earlier day of a journal with a gap is not shown as if it were whole")
  func earlierDay() throws {
    let segments = try Segments()
    try segments.disk.remove(segments.path(2))
    let past = try Store.open(on: segments.disk, asOf: TestOffice.today, limits: nil) { _ in
      TestOffice.occasion(500).now
    }
    #expect(past.digest == segments.digests[1])
    #expect(past.restriction?.mayHide == true, "\(String(describing: past.restriction))")
  }

  @Test("a stray file while the store is open: no segment is begun before it")
  func strayUnderAnOpenStore() throws {
    let segments = try Segments()
    let bytes = segments.disk.bytes(segments.path(1))
    segments.disk.put(bytes, at: segments.path(9))
    #expect(throws: CommitFailure.self) {
      try TestOffice.addPartner("New", to: segments.store, minute: 50)
    }
    #expect(segments.store.restriction?.sentence.contains(segments.path(9)) == true)
    #expect(!segments.disk.paths(under: "journal/").contains(segments.path(4)))
    #expect(segments.disk.bytes(segments.path(9)) == bytes)
  }

  @Test("another's journal that comes with a gap while the store is open")
  func comesWithAGap() throws {
    let other = try Segments()
    let (disk, store) = try TestOffice.newStore()
    let whole = store.digest
    try disk.makeDirectory("journal/" + other.writer)
    for number in [1, 3] { disk.put(other.disk.bytes(other.path(number)), at: other.path(number)) }
    #expect(throws: StoreError.self) { try store.refresh() }
    #expect(store.restriction?.sentence.contains(other.path(2)) == true)
    #expect(store.digest != whole)
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: store, minute: 9) }
  }

  @Test("1.jsonl in a writer's directory is no segment")
  func otherNames() throws {
    let segments = try Segments()
    let path = "journal/\(segments.writer)/1.jsonl"
    segments.disk.put(segments.disk.bytes(segments.path(1)), at: path)
    var doctor = try StoreDoctor(on: segments.disk)
    #expect(doctor.findings.map(\.path) == ["memory/" + path])
    #expect(doctor.findings[0].sentence.contains("is no segment of a journal"))
    #expect(doctor.findings[0].weight == .serious)
    #expect(try doctor.fix().isEmpty)
    #expect(try TestOffice.open(segments.disk).restriction == nil)
  }
}
