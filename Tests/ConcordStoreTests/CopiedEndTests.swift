import ConcordModel
import ConcordStore
import Testing

/// The end of a journal that is not this copy's: nobody here may cut it, and what is wrong with it is
/// told.
@Suite struct CopiedEndTests {
  /// A copy of a store of three lines, the last of which somebody has changed.
  private func copy(hasHeads: Bool) throws -> (disk: MemoryDisk, path: String, good: Int) {
    let (disk, store) = try TestOffice.newStore()
    for minute in 0..<3 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    let path = disk.paths(under: "journal/")[0]
    var bytes = disk.bytes(path)
    let good = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    bytes[good + 200] ^= 1
    disk.put(bytes, at: path)
    if !hasHeads { try disk.remove(Heads.file) }
    return (disk.copy(machine: "another"), path, good)
  }

  @Test("cp -r of a store with a bad last line: the copy took it for its own, and said nothing")
  func badLastLineOfACopy() throws {
    let (disk, path, good) = try copy(hasHeads: false)
    let bytes = disk.bytes(path)
    let opened = try TestOffice.open(disk)
    #expect(
      opened.restriction == .journal(.damaged(path: "memory/" + path, line: 3, .hash)))
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: opened, minute: 9) }
    #expect(try !opened.verify().isSound)
    #expect(disk.bytes(path) == bytes)

    var doctor = try StoreDoctor(on: disk)
    let finding = try #require(doctor.findings.first { $0.path == "memory/" + path })
    #expect(
      finding.weight == .fixable && finding.sentence.contains("line 3 is not what was written"))
    #expect(!finding.sentence.contains("next change"))
    #expect(try doctor.fix() == ["memory/" + path])
    #expect(disk.bytes(path) == Array(bytes[..<good]))
    let aside = disk.paths(under: "local/quarantine/")
    #expect(aside.map { disk.bytes($0) } == [Array(bytes[good...])])
    let mended = try TestOffice.open(disk)
    #expect(mended.restriction == nil && mended.workspace.count(.partner) == 2)
    try TestOffice.addPartner("New", to: mended, minute: 9)
    #expect(try TestOffice.open(disk).verify().isSound)
    #expect(disk.paths(under: "journal/").count == 2)
  }

  @Test("a last line that was seen is not set aside")
  func badLastLineThatWasSeen() throws {
    let (disk, path, _) = try copy(hasHeads: true)
    let bytes = disk.bytes(path)
    #expect(try TestOffice.open(disk).restriction?.sentence.contains("line 3") == true)
    var doctor = try StoreDoctor(on: disk)
    let finding = try #require(doctor.findings.first { $0.path == "memory/" + path })
    #expect(finding.weight == .serious && finding.sentence.contains("has been read before"))
    #expect(try doctor.fix().isEmpty)
    #expect(disk.bytes(path) == bytes)
  }

  @Test("nor one that another writer's lines have read")
  func badLastLineThatOthersHaveRead() throws {
    let offices = try TwoOffices { try TestOffice.addPartner("Ash County", to: $0) }
    try TestOffice.addPartner("South", to: offices.south, minute: 1)
    let disk = offices.disks[1].copy(machine: "a third")
    try disk.remove(Heads.file)
    let path = try #require(offices.disks[0].paths(under: "journal/").first)
    var bytes = disk.bytes(path)
    bytes[200] ^= 1
    disk.put(bytes, at: path)
    #expect(try TestOffice.open(disk).restriction?.sentence.contains(path) == true)
    var doctor = try StoreDoctor(on: disk)
    let finding = try #require(doctor.findings.first { $0.path == "memory/" + path })
    #expect(finding.weight == .serious)
    #expect(try doctor.fix().isEmpty)
    #expect(disk.bytes(path) == bytes)
  }

  @Test("a torn end of another's journal has not all arrived; the next change leaves it alone")
  func tornEndOfACopy() throws {
    let (disk, path, good) = try copy(hasHeads: false)
    let bytes = Array(disk.bytes(path)[..<(good + 100)])
    disk.put(bytes, at: path)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == nil)
    for sentence in [
      try opened.verify().notes.map(\.sentence).joined(),
      try StoreDoctor(on: disk).findings.map(\.sentence).joined(separator: "; "),
    ] {
      #expect(sentence.contains("not all of it has arrived yet"), "\(sentence)")
      #expect(!sentence.contains("sets it aside") && !sentence.contains("acknowledged"))
    }
    try TestOffice.addPartner("New", to: opened, minute: 9)
    #expect(disk.bytes(path) == bytes)
  }

  @Test("a torn end that this machine has seen whole was acknowledged")
  func tornEndThatWasSeen() throws {
    let (disk, store) = try TestOffice.newStore()
    for minute in 0..<2 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    let path = disk.paths(under: "journal/")[0]
    disk.put(Array(disk.bytes(path).dropLast(20)), at: path)
    let report = try TestOffice.open(disk).verify()
    #expect(!report.isSound && report.notes.count == 1)
    let doctor = try StoreDoctor(on: disk)
    for sentence in report.notes.map(\.sentence) + doctor.findings.map(\.sentence) {
      #expect(!sentence.contains("never acknowledged") && !sentence.contains("next change"))
    }
  }
}
