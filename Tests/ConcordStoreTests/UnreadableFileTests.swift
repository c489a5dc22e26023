import ConcordModel
import ConcordStore
import Testing

/// Files that are there and cannot be read, or say nothing of use: each is named, and what can do
/// without them goes on.
@Suite struct UnreadableFileTests {
  private func office() throws -> (disk: MemoryDisk, path: String) {
    let (disk, store) = try TestOffice.newStore()
    for minute in 0..<3 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    try store.writeCache()
    return (disk, disk.paths(under: "journal/")[0])
  }

  @Test(
    "garbage in local/heads was nothing to tell, though a cut would not be noticed",
    arguments: ["zeros", "garbage", "half"])
  func heads(kind: String) throws {
    let (disk, path) = try office()
    let whole = disk.bytes(Heads.file)
    let bytes: [UInt8] =
      switch kind {
      case "zeros": Array(repeating: 0, count: 256)
      case "garbage": Array("[1, 2]\n".utf8)
      default: Array(whole.prefix(20))
      }
    disk.put(bytes, at: Heads.file)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == nil)
    #expect(opened.hindrances == [.heads(.forgotten(path: "memory/local/heads"))])
    #expect(opened.hindrances[0].warning.hasPrefix("memory/local/heads is not what was written"))
    let report = try opened.verify()
    #expect(report.isSound && report.notes.map(\.path) == ["memory/local/heads"])
    #expect(report.notes[0].sentence.contains("cut short"))
    let findings = try StoreDoctor(on: disk).findings
    #expect(findings.map(\.weight) == [.note] && findings[0].path == "memory/local/heads")
    try TestOffice.addPartner("New", to: opened, minute: 9)
    #expect(try TestOffice.open(disk).hindrances.isEmpty)
    // And notices again.
    disk.put(Array(disk.bytes(path).split(separator: 0x0A)[0]) + [0x0A], at: path)
    #expect(try TestOffice.open(disk).restriction != nil)
  }

  @Test("a cache directory without the right to look into it made every command fail")
  func cacheDirectory() throws {
    let (disk, _) = try office()
    let digest = try TestOffice.open(disk).digest
    disk.deny("cache")
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == nil && opened.digest == digest)
    #expect(opened.hindrances.count == 1)
    #expect(
      opened.hindrances.first?.warning.hasPrefix(
        "without its cache this is slower: cannot look at memory/cache/past: Permission denied")
        == true)
    try TestOffice.addPartner("New", to: opened, minute: 9)
    let report = try opened.verify()
    #expect(report.isSound && report.notes.count == 1)
    var doctor = try StoreDoctor(on: disk)
    #expect(doctor.findings.map(\.path) == ["memory/cache"])
    #expect(doctor.findings[0].sentence.contains("Permission denied"))
    #expect(try doctor.fix().isEmpty)
    disk.allow()
    #expect(try TestOffice.open(disk).digest == opened.digest)
  }

  @Test("a segment that may not be read: its permission is named, and no line 0")
  func segment() throws {
    let (disk, path) = try office()
    try disk.remove(StateCache.file)
    disk.deny(path)
    let opened = try TestOffice.open(disk)
    #expect(
      opened.restriction?.sentence.contains("cannot open memory/\(path): Permission denied") == true
    )
    let problems = try opened.verify().problems
    #expect(problems.count == 1 && problems[0].sentence.contains("Permission denied"))
    let findings = try StoreDoctor(on: disk).findings
    #expect(findings.map(\.weight) == [.serious] && findings[0].path == "memory/" + path)
    #expect(findings[0].sentence.contains("Permission denied"))
    disk.allow()
    #expect(try TestOffice.open(disk).restriction == nil)
  }

  @Test("a writer's directory that may not be listed")
  func directory() throws {
    let (disk, path) = try office()
    disk.deny(LocalDisk.parent(of: path))
    #expect(throws: Never.self) { try TestOffice.open(disk) }
    #expect(try TestOffice.open(disk).restriction != nil)
    let findings = try StoreDoctor(on: disk).findings
    #expect(!findings.isEmpty && findings.allSatisfy { $0.weight == .serious })
  }
}
