import ConcordModel
import ConcordStore
import Testing

/// A crash in the middle of an append loses nothing that was acknowledged, and the next change puts
/// the torn bytes aside.
@Suite struct TornTailTests {
  @Test func cutAtEveryByteOfTheLastLine() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let before = store.digest
    let path = disk.paths(under: "journal/")[0]
    let kept = disk.bytes(path).count
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    let whole = disk.bytes(path)
    let after = store.digest
    let heads = disk.bytes("local/heads")
    for length in kept..<whole.count {
      disk.put(Array(whole[..<length]), at: path)
      // The crash came before the line was acknowledged, so before the heads were written.
      disk.put([], at: "local/heads")
      let opened = try TestOffice.open(disk)
      #expect(opened.restriction == nil, "cut at \(length)")
      #expect(opened.digest == before, "cut at \(length)")
      let report = try opened.verify()
      #expect(report.isSound)
      #expect(report.notes.count == (length == kept ? 0 : 1))
      // It can be written on; what was torn is in quarantine, and the writer goes on.
      try TestOffice.set("city", .text("Ash"), of: id, in: opened, minute: 1)
      #expect(opened.digest == after)
      #expect(disk.paths(under: "journal/") == [path])
      let aside = disk.paths(under: "local/quarantine/")
      #expect(aside.map { disk.bytes($0) } == (length == kept ? [] : [Array(whole[kept..<length])]))
      for name in aside { try disk.remove(name) }
      #expect(try TestOffice.open(disk).verify().isSound)
    }
    disk.put(whole, at: path)
    disk.put(heads, at: "local/heads")
    #expect(try TestOffice.open(disk).digest == after)
  }

  @Test func wholeLastLineWithOtherBytesTakesANewWriter() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let path = disk.paths(under: "journal/")[0]
    let before = store.digest
    try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    var bytes = disk.bytes(path)
    bytes[bytes.count - 300] ^= 1
    disk.put(bytes, at: path)
    disk.put([], at: "local/heads")
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == before)
    #expect(try !opened.verify().isSound)
    try TestOffice.set("city", .text("Birch"), of: id, in: opened, minute: 2)
    #expect(disk.paths(under: "journal/").count == 2)
    let report = try TestOffice.open(disk).verify()
    #expect(report.isSound && report.writers == 2, "\(report.problems)")
  }

  @Test func groupWithoutItsLastLineIsNotFolded() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    let before = store.digest
    let path = disk.paths(under: "journal/")[0]
    let kept = disk.bytes(path).count
    let transaction = try LongChange.commit(to: store, minute: 1)
    #expect(transaction.first != transaction.id)
    let whole = disk.bytes(path)
    let lines = whole[kept...].split(separator: 0x0A)
    #expect(lines.allSatisfy { $0.count <= LineGroup.longestLine })
    #expect(Int64(lines.count) == transaction.id.number - transaction.first.number + 1)
    // All but the last line is there.
    disk.put(Array(whole[..<(whole.count - lines[lines.count - 1].count - 1)]), at: path)
    disk.put([], at: "local/heads")
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == before)
    try LongChange.commit(to: opened, minute: 1)
    #expect(opened.digest == store.digest)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test func segmentsRollOverBetweenGroups() throws {
    let (disk, store) = try TestOffice.newStore()
    for minute in 0..<3 { try LongChange.commit(to: store, minute: minute, size: 2_200_000) }
    try TestOffice.addPartner("Ash County", to: store, minute: 4)
    let paths = disk.paths(under: "journal/")
    #expect(paths.count == 2)
    #expect(disk.bytes(paths[0]).count >= Int(WriterTail.sealedSize))
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == store.digest)
    #expect(try opened.verify().isSound)
    #expect(try opened.history().count == 4)
    for transaction in try opened.history() {
      #expect(try opened.transaction(transaction.first).id == transaction.id)
    }
    try opened.writeCache()
    #expect(try TestOffice.open(disk).digest == store.digest)
    // An undo reaches back into a sealed segment.
    for minute in 10..<14 {
      let report = try opened.undo(nil, TestOffice.occasion(minute))
      #expect(report.isComplete)
    }
    #expect(opened.workspace.count(.partner) == 0)
  }
}

/// A change of several lines.
enum LongChange {
  @discardableResult
  static func commit(to store: Store, minute: Int, size: Int = 1_500_000) throws -> Transaction {
    let note = String(repeating: "note ", count: 4_000)
    return try store.commit("import", TestOffice.occasion(minute)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      for place in 0..<(size / 20_000) {
        draft.new(.partner, ["name": .text("Partner \(place)"), "notes": .text(note)])
      }
      return draft.operations
    }
  }
}
