import ConcordModel
import ConcordStore
import Testing

/// Two copies of a store that nothing tells apart write on under one writer id: the same numbers stand
/// on different lines.
@Suite struct BranchTests {
  private struct Clones {
    let disks: [MemoryDisk]
    let stores: [Store]
    let id: RecordID
    let path: String
    let common: [UInt8]

    init() throws {
      let (first, store) = try TestOffice.newStore()
      id = try TestOffice.addPartner("Ash County", to: store, minute: 0)
      path = try #require(first.paths(under: "journal/").first)
      common = first.bytes(path)
      disks = [first, first.clone()]
      stores = try disks.map { try TestOffice.open($0) }
    }

    /// The segment as Git leaves it on one of them after a merge.
    func merged(_ place: Int) -> [UInt8] {
      let ours = disks[place].bytes(path).dropFirst(common.count)
      let theirs = disks[1 - place].bytes(path).dropFirst(common.count)
      return common + Array("<<<<<<< HEAD\n".utf8) + ours + Array("=======\n".utf8) + theirs
        + Array(">>>>>>> origin/main\n".utf8)
    }

    /// Both get what Git makes of both, and mend it.
    func merge() throws {
      let merged = [self.merged(0), self.merged(1)]
      for (disk, bytes) in zip(disks, merged) { disk.put(bytes, at: path) }
    }

    func mend() throws -> [String] {
      try disks.map { disk in
        var doctor = try StoreDoctor(on: disk)
        return try doctor.fix().joined(separator: " ")
      }
    }
  }

  @Test func bothBranchesCountOnBothMachines() throws {
    let clones = try Clones()
    for minute in 1...3 {
      try TestOffice.set(
        "notes", .text("north \(minute)"), of: clones.id, in: clones.stores[0], minute: minute)
    }
    try TestOffice.set("city", .text("Birch"), of: clones.id, in: clones.stores[1], minute: 2)
    let late = try TestOffice.set(
      "tier", .integer(2), of: clones.id, in: clones.stores[1], minute: 5)
    try clones.merge()
    let damaged = try TestOffice.open(clones.disks[0])
    guard case .journal(.damaged(_, let line, _)) = damaged.restriction else {
      Issue.record("conflict markers were not noticed")
      return
    }
    #expect(line == 2 && damaged.workspace.contains(clones.id))
    #expect(
      try StoreDoctor(on: clones.disks[0]).findings.contains {
        $0.weight == .fixable && $0.sentence.contains("two branches")
      })

    #expect(try clones.mend() == ["memory/\(clones.path)", "memory/\(clones.path)"])
    let stores = try clones.disks.map { try TestOffice.open($0) }
    let paths = clones.disks[0].paths(under: "journal/")
    #expect(paths == clones.disks[1].paths(under: "journal/") && paths.count == 2)
    for path in paths { #expect(clones.disks[0].bytes(path) == clones.disks[1].bytes(path)) }
    for store in stores {
      #expect(store.restriction == nil, "\(String(describing: store.restriction))")
      #expect(store.workspace.value(clones.id, "notes") == .text("north 3"))
      #expect(store.workspace.value(clones.id, "city") == .text("Birch"))
      #expect(store.workspace.value(clones.id, "tier") == .integer(2))
      #expect(store.digest == stores[0].digest)
      let report = try store.verify()
      #expect(report.isSound && report.changes == 6 && report.lines == 6, "\(report.problems)")
      #expect(report.notes.contains { $0.sentence.contains("two copies of the store wrote as") })
      #expect(try store.history().count == 6)
    }
    // From then on each writes under an id of its own.
    let former = late.id.writer
    for (place, store) in stores.enumerated() {
      let change = try TestOffice.set(
        "city", .text("Cedar"), of: clones.id, in: store, minute: 10 + place)
      #expect(change.id.writer != former && !change.id.writer.contains("~"))
    }
    // The cache knows the branch.
    try stores[1].writeCache()
    let cached = try TestOffice.open(clones.disks[1])
    #expect(cached.digest == stores[1].digest && cached.restriction == nil)
    #expect(try cached.verify().isSound)
    #expect(!cached.cacheIsWorthWriting)
  }

  @Test func branchesThatChangedOneFieldAreInConflict() throws {
    let clones = try Clones()
    try TestOffice.set("city", .text("Ash"), of: clones.id, in: clones.stores[0], minute: 1)
    try TestOffice.set("city", .text("Birch"), of: clones.id, in: clones.stores[1], minute: 2)
    try clones.merge()
    _ = try clones.mend()
    for disk in clones.disks {
      let store = try TestOffice.open(disk)
      let conflict = try #require(store.workspace.conflicts(clones.id).first)
      #expect(conflict.choices.map(\.value) == [.text("Birch"), .text("Ash")])
      #expect(Set(conflict.choices.map(\.line.writer)).count == 2)
    }
  }

  @Test func undoAndRedactionFindTheLinesOfABranch() throws {
    let clones = try Clones()
    // Whichever branch moves, both have a change that goes back and a text that goes away.
    for (place, store) in clones.stores.enumerated() {
      try TestOffice.set(
        "city", .text("City \(place)"), of: clones.id, in: store, minute: 1 + place)
      try TestOffice.set(
        "notes", .text("spilled \(place)"), of: clones.id, in: store, minute: 3 + place)
      let tier = try TestOffice.set(
        "tier", .integer(Int64(1 + place)), of: clones.id, in: store, minute: 5 + place)
      _ = try store.undo(tier.id, TestOffice.occasion(7 + place))
    }
    try clones.merge()
    _ = try clones.mend()
    let store = try TestOffice.open(clones.disks[0])
    #expect(store.workspace.value(clones.id, "tier") == nil)
    let branch = try #require(
      try store.history().first { $0.id.writer.contains("~") && $0.command == "undo" })
    #expect(branch.undoes?.writer == branch.id.writer)
    let report = try store.redact(
      .field(clones.id, "notes"), reason: "spill", TestOffice.occasion(20))
    #expect(report.operations == 2)
    for path in clones.disks[0].paths(under: "journal/") {
      let text = String(decoding: clones.disks[0].bytes(path), as: UTF8.self)
      #expect(!text.contains("spilled"))
    }
    let again = try TestOffice.open(clones.disks[0], usingCache: false)
    #expect(again.restriction == nil && again.digest == store.digest)
    let verified = try again.verify()
    #expect(verified.isSound, "\(verified.problems)")
    let last = try #require(
      try again.history().first { $0.id.writer.contains("~") && $0.command == "record.edit" })
    #expect(throws: Never.self) { try again.undoPreview(last.id, by: "m.ruiz") }
  }

  @Test func directoryThatIsNoBranchIsDamage() throws {
    let clones = try Clones()
    try TestOffice.set("city", .text("Ash"), of: clones.id, in: clones.stores[0], minute: 1)
    try TestOffice.set("city", .text("Birch"), of: clones.id, in: clones.stores[1], minute: 2)
    try clones.merge()
    _ = try clones.mend()
    let disk = clones.disks[0]
    let path = try #require(disk.paths(under: "journal/").first { $0.contains("~") })
    let bytes = disk.bytes(path)
    // Another name than its first line's.
    let writer = try #require(path.split(separator: "/").dropFirst().first?.prefix(4))
    try disk.makeDirectory("journal/\(writer)~00000000")
    disk.put(bytes, at: "journal/\(writer)~00000000/000001.jsonl")
    let store = try TestOffice.open(disk)
    #expect(store.restriction?.sentence.contains("no branch") == true)
    #expect(try !store.verify().isSound)
  }

  @Test func markersThatHoldNoWholeBranchesAreLeftAlone() throws {
    let clones = try Clones()
    try TestOffice.set("city", .text("Ash"), of: clones.id, in: clones.stores[0], minute: 1)
    try TestOffice.set("city", .text("Birch"), of: clones.id, in: clones.stores[1], minute: 2)
    var bytes = clones.merged(0)
    // A digit of the first line behind the markers.
    let place = clones.common.count + 40
    bytes[place] ^= 1
    clones.disks[0].put(bytes, at: clones.path)
    var doctor = try StoreDoctor(on: clones.disks[0])
    #expect(doctor.findings.contains { $0.weight == .serious })
    #expect(try doctor.fix().isEmpty)
    #expect(clones.disks[0].bytes(clones.path) == bytes)
  }
}
