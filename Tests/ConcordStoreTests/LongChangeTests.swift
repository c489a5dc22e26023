import ConcordModel
import ConcordStore
import Testing

/// Changes of many operations, whose lines are made on several threads.
@Suite struct LongChangeTests {
  private static func operations(_ count: Int) -> [Operation] {
    (0..<count).map { number in
      .new(
        RecordID(.partner, bits: UInt64(number + 1)),
        [NamedValue("name", .text("Partner \(number) “of many”\n"))], derived: false)
    }
  }

  @Test(arguments: [1, 2, 511, 512, 513, 1025, 20_000])
  func linesOfManyOperationsReadBack(count: Int) throws {
    let disk = MemoryDisk()
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    let store = try TestOffice.open(disk)
    let operations = Self.operations(count)
    let change = try store.commit("import", TestOffice.occasion(), operations: operations)
    #expect(change.steps.map(\.operation) == operations)
    let read = try TestOffice.open(disk, usingCache: false)
    #expect(read.digest == store.digest)
    #expect(read.workspace.count(.partner) == count)
    #expect(try read.verify().isSound)
    // Twenty thousand do not fit into one line.
    #expect((change.id.number > 1) == (count == 20_000))
  }

  @Test func oneSeedGivesTheSameBytesWhateverThreadMadeThem() throws {
    let journals = try (0..<3).map { _ in
      let disk = MemoryDisk()
      _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
      try TestOffice.open(disk)
        .commit("import", TestOffice.occasion(), operations: Self.operations(3000))
      return disk.paths(under: "journal/").map { disk.bytes($0) }
    }
    #expect(journals[0] == journals[1] && journals[1] == journals[2])
  }
}
