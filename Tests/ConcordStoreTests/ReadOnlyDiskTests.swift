import ConcordModel
import ConcordStore
import Glibc
import Testing

/// A disk that can only be read: everything can be looked at, nothing is written, and a sentence says
/// why.
@Suite struct ReadOnlyDiskTests {
  private static let writing: Set<StoreError.Operation> = [
    .open, .write, .cut, .synchronize, .makeDirectory, .rename, .remove,
  ]

  private func office() throws -> (disk: MemoryDisk, store: Store, id: RecordID) {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    try store.writeCache()
    return (disk, store, id)
  }

  private func contents(_ disk: MemoryDisk) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: disk.paths(under: "").map { ($0, disk.bytes($0)) })
  }

  @Test(arguments: [true, false])
  func opensToBeRead(hasCache: Bool) throws {
    let (disk, store, id) = try office()
    if !hasCache { try disk.remove(StateCache.file) }
    disk.fail(Self.writing, code: EROFS)
    disk.permit(.readOnlyDisk)
    let before = contents(disk)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == .readOnlyDisk(path: "memory"))
    let sentence = opened.restriction?.sentence ?? ""
    #expect(sentence.contains("memory") && sentence.contains("can only be read"), "\(sentence)")
    #expect(opened.digest == store.digest)
    #expect(try opened.history().count == 2)
    #expect(try opened.verify().isSound)
    #expect(throws: CommitFailure.store(sentence)) {
      try TestOffice.set("city", nil, of: id, in: opened, minute: 2)
    }
    #expect(throws: CommitFailure.store(sentence)) { try opened.undo(nil, TestOffice.occasion(2)) }
    #expect(throws: CommitFailure.store(sentence)) {
      try opened.redact(.field(id, "city"), reason: "spill", TestOffice.occasion(2))
    }
    try opened.writeCache()
    #expect(!opened.cacheIsWorthWriting)
    #expect(try StoreDoctor(on: disk).findings == [])
    #expect(contents(disk) == before)
  }

  @Test func turnsReadOnlyUnderAnOpenStore() throws {
    let (disk, store, id) = try office()
    let (before, digest) = (contents(disk), store.digest)
    disk.fail(Self.writing, code: EROFS)
    let failure = #expect(throws: CommitFailure.self) {
      try TestOffice.set("city", nil, of: id, in: store, minute: 2)
    }
    #expect(
      failure?.sentence.contains("the disk is mounted to be read only") == true, "\(failure as Any)"
    )
    try store.writeCache()
    #expect(contents(disk) == before && store.digest == digest)
    let opened = try TestOffice.open(disk)
    #expect(throws: CommitFailure.self) {
      try TestOffice.set("city", nil, of: id, in: opened, minute: 2)
    }
    #expect(contents(disk) == before)
    // Mounted to be written again, a new start goes on; nothing was lost.
    disk.fail([])
    let again = try TestOffice.open(disk)
    try TestOffice.set("city", nil, of: id, in: again, minute: 2)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test func damageIsToldBeforeThePermission() throws {
    for permission in [WritePermission.refused, .readOnlyDisk] {
      let (disk, _, _) = try office()
      let path = disk.paths(under: "journal/")[0]
      var bytes = disk.bytes(path)
      bytes[200] ^= 1
      disk.put(bytes, at: path)
      disk.permit(permission)
      let opened = try TestOffice.open(disk)
      guard case .journal(.damaged("memory/\(path)", 1, _))? = opened.restriction else {
        Issue.record("\(opened.restriction?.sentence ?? "no restriction")")
        continue
      }
    }
  }

  @Test func anAccountThatMayNotWriteIsTold() throws {
    let (disk, store, _) = try office()
    disk.permit(.refused)
    let opened = try TestOffice.open(disk)
    #expect(opened.restriction == .permission(path: "memory"))
    #expect(opened.digest == store.digest)
  }
}
