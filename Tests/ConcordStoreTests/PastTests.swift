import ConcordModel
import ConcordStore
import Testing

/// The office as it was at the end of earlier days, and the states that are kept on the way there.
@Suite struct PastTests {
  /// Minutes of a day.
  private static let day = 1440

  /// Keeps a state for everything that was read.
  private static var eager: PastLimits {
    var limits = PastLimits()
    limits.least = 0
    limits.part = .max
    limits.shortStep = 2000
    return limits
  }

  private static func open(
    _ disk: any Disk, _ day: Int, limits: PastLimits? = eager, access: Store.Access = .write
  ) throws -> Store {
    let store = try Store.open(on: disk, access: access, asOf: TestOffice.today, limits: limits) {
      _ in TestOffice.occasion(day * Self.day - 1).now
    }
    store.endWriting()
    return store
  }

  /// The file of the state at the end of a day.
  private static func path(_ day: Int) -> String {
    "cache/past/\(TestOffice.occasion(day * Self.day - 1).now.milliseconds).jsonl"
  }

  private static func states(_ disk: MemoryDisk) -> [String] { disk.paths(under: "cache/past/") }

  /// An office with a change or two on each of so many days, in small segments.
  private static func office(days: Int) throws -> MemoryDisk {
    let (disk, store) = try TestOffice.newStore()
    store.sealedSize = 3000
    var changes = RandomChanges(seed: 11)
    for day in 0..<days {
      for minute in 0...changes.below(2) {
        _ = try changes.commit(to: store, minute: day * Self.day + minute)
      }
    }
    disk.pass()
    return disk
  }

  private static func expectEqual(_ left: Store, _ right: Store, _ words: String) throws {
    #expect(left.restriction == right.restriction, "\(words)")
    #expect(left.digest == right.digest, "\(words)")
    try Figures.expectEqual(left.workspace, right.workspace)
  }

  @Test("days in any order, with merges between them, are what the journals tell", arguments: 1...4)
  func anyOrder(_ seed: UInt64) throws {
    let (disk, store) = try TestOffice.newStore()
    store.sealedSize = 3000
    try TestOffice.addPartner("Ash County", to: store)
    // Another machine's copy: a writer of its own, whose lines come in later.
    let otherDisk = disk.copy(machine: "another")
    let other = try TestOffice.open(otherDisk)
    other.sealedSize = 2500
    var changes = RandomChanges(seed: seed)
    var dice = RandomChanges(seed: seed + 100)
    for day in 1...40 {
      let both = [store, other]
      for minute in 0...changes.below(3) {
        _ = try changes.commit(
          to: both[dice.below(2)], minute: day * Self.day + minute,
          by: dice.below(2) == 0 ? "m.ruiz" : "t.okafor")
      }
    }
    // What the other machine wrote comes in piece by piece, between the looks at the past.
    var late = otherDisk.paths(under: "journal/").filter { disk.bytes($0).isEmpty }
    #expect(late.count > 2)
    for turn in 0..<24 {
      if turn % 4 == 3, !late.isEmpty {
        let path = late.removeFirst()
        try disk.ensureDirectory(LocalDisk.parent(of: path))
        disk.put(otherDisk.bytes(path), at: path)
      }
      let day = 1 + dice.below(42)
      let past = try Self.open(disk, day)
      let plain = try Self.open(disk, day, limits: nil)
      // Rows stand in the order in which their lines were read, which is another one here.
      let words: Comment = "seed \(seed), turn \(turn), day \(day)"
      #expect(past.restriction == plain.restriction && past.digest == plain.digest, words)
      #expect(past.workspace.conflicts == plain.workspace.conflicts, words)
      for view in RiskView.allCases {
        #expect(past.workspace.heatmap(view) == plain.workspace.heatmap(view), words)
      }
      #expect(Self.states(disk).count <= PastLimits.standard.files)
    }
    #expect(Self.states(disk).count > 3)
    #expect(try StoreDoctor(on: disk).findings.allSatisfy { !$0.path.contains("past") })
  }

  @Test("a second day reads what lies between it and the nearest state before it")
  func secondDay() throws {
    let plain = try Self.office(days: 80)
    let disk = WatchedDisk(plain)
    _ = try Self.open(disk, 60)
    let first = disk.journalBytesRead
    #expect(Self.states(plain).count == 4)
    for day in [62, 47, 33, 17] {
      disk.forgetReads()
      let past = try Self.open(disk, day)
      // A quarter of the way, the segments at both of its ends, and the headers of all.
      #expect(disk.journalBytesRead < first / 2, "day \(day)")
      try Self.expectEqual(past, try Self.open(plain, day, limits: nil), "day \(day)")
    }
    // The same day again reads nothing but the ends that prove the state, and the line after it.
    disk.forgetReads()
    _ = try Self.open(disk, 47)
    #expect(disk.journalBytesRead < 8000)
  }

  @Test("the cache itself is a beginning for days after its last line")
  func cacheIsABeginning() throws {
    let plain = try Self.office(days: 30)
    try TestOffice.open(plain).writeCache()
    let disk = WatchedDisk(plain)
    let past = try Self.open(disk, 40)
    #expect(disk.journalBytesRead == 0)
    #expect(try past.digest == TestOffice.open(plain).digest)
    #expect(Self.states(plain) == [])
  }

  @Test("of too many states those stay that save most")
  func fewAreKept() throws {
    let disk = try Self.office(days: 60)
    var limits = Self.eager
    limits.files = 3
    limits.shortStep = 1 << 30
    for day in [20, 40, 60] { _ = try Self.open(disk, day, limits: limits) }
    #expect(Self.states(disk) == [20, 40, 60].map(Self.path))
    // The newest stays, and one goes that is hardly later than the one before it.
    _ = try Self.open(disk, 41, limits: limits)
    #expect(Self.states(disk) == [20, 41, 60].map(Self.path))
    limits.granted = 0
    limits.share = 0
    _ = try Self.open(disk, 50, limits: limits)
    #expect(Self.states(disk) == [Self.path(50)])
  }

  @Test("whoever may not write keeps none, and reads those that are there")
  func readOnly() throws {
    let plain = try Self.office(days: 20)
    let disk = WatchedDisk(plain)
    let before = plain.paths(under: "")
    let asked = try Self.open(disk, 10, access: .readOnly)
    #expect(plain.paths(under: "") == before)
    disk.protect()
    try Self.expectEqual(try Self.open(disk, 10), asked, "protected")
    #expect(plain.paths(under: "") == before)
    _ = try Self.open(plain, 15)
    disk.forgetReads()
    try Self.expectEqual(
      try Self.open(disk, 15), try Self.open(plain, 15, limits: nil), "with a state")
    #expect(disk.journalBytesRead < 8000)
  }

  @Test("a full disk, a state that is damaged or another store's: the day is there all the same")
  func damage() throws {
    let disk = try Self.office(days: 20)
    let plain = try Self.open(disk, 12, limits: nil)
    for operations in [[StoreError.Operation.write], [.synchronize]] {
      disk.fail(Set(operations))
      try Self.expectEqual(try Self.open(disk, 12), plain, "\(operations)")
      disk.fail([])
      #expect(Self.states(disk) == [])
    }
    _ = try Self.open(disk, 12)
    let path = try #require(Self.states(disk).last)
    let whole = disk.bytes(path)
    for place in [3, whole.count / 2, whole.count - 5] {
      var bytes = whole
      bytes[place] ^= 1
      disk.put(bytes, at: path)
      try Self.expectEqual(try Self.open(disk, 12, access: .readOnly), plain, "byte \(place)")
      disk.put(Array(whole.prefix(place)), at: path)
      try Self.expectEqual(try Self.open(disk, 12, access: .readOnly), plain, "cut at \(place)")
    }
    // What is of no use is put right when the next state is kept.
    disk.put(Array("{}\n".utf8), at: "cache/past/17.jsonl")
    #expect(try StoreDoctor(on: disk).findings.contains { $0.path.hasSuffix("past/17.jsonl") })
    _ = try Self.open(disk, 20)
    #expect(!Self.states(disk).contains("cache/past/17.jsonl"))
    try Self.expectEqual(try Self.open(disk, 12), plain, "mended")
  }

  @Test("a journal with damage leaves no state behind")
  func damagedJournal() throws {
    let disk = try Self.office(days: 40)
    let segment = try #require(disk.paths(under: "journal/").dropFirst().first)
    var bytes = disk.bytes(segment)
    bytes[bytes.count / 2] ^= 1
    disk.put(bytes, at: segment)
    var limits = Self.eager
    limits.shortStep = 1 << 30
    let past = try Self.open(disk, 40, limits: limits)
    guard case .journal = past.restriction else {
      Issue.record("\(String(describing: past.restriction))")
      return
    }
    #expect(Self.states(disk) == [])
  }

  @Test("a redaction takes the states along, and one that was being written meanwhile too")
  func redaction() throws {
    let plain = try Self.office(days: 10)
    let store = try TestOffice.open(plain)
    let id = try TestOffice.addPartner("Ash County", to: store, minute: 10 * Self.day)
    try TestOffice.set(
      "notes", .text("the spilled paragraph"), of: id, in: store, minute: 10 * Self.day + 1)
    func holders() -> [String] {
      plain.paths(under: "").filter {
        String(decoding: plain.bytes($0), as: UTF8.self).contains("the spilled paragraph")
      }
    }
    _ = try Self.open(plain, 11)
    #expect(holders().contains { $0.hasPrefix("cache/past/") })
    try store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(12 * Self.day))
    #expect(Self.states(plain) == [] && holders() == [])

    let name = try TestOffice.set(
      "notes", .text("the spilled paragraph"), of: id, in: store, minute: 13 * Self.day)
    #expect(name.records == [id])
    let disk = WatchedDisk(plain)
    disk.beforeWriting("cache/past/state.jsonl.new") {
      do {
        let other = try TestOffice.open(plain)
        try other.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(15 * Self.day))
      } catch {
        Issue.record(error)
      }
    }
    let past = try Self.open(disk, 14)
    #expect(past.workspace.value(id, "notes") == .text("the spilled paragraph"))
    // One of before the spill may stay.
    #expect(holders() == [] && !Self.states(plain).contains(Self.path(14)))
    let again = try Self.open(disk, 14)
    #expect(again.workspace.value(id, "notes") == nil)
    try Self.expectEqual(again, try Self.open(plain, 14, limits: nil), "after the redaction")
  }
}
