import Testing

@testable import ConcordModel

/// Reverse indexes against a list of pairs.
@Suite struct ReverseIndexTests {
  @Test("links made and taken back at random are those of a set of pairs", arguments: 0..<60)
  func setIndex(_ seed: Int) {
    var source = IDSource.seeded(UInt64(seed), position: 5)
    func below(_ limit: Int) -> Int { Int(source.next64() % UInt64(limit)) }
    struct Pair: Hashable {
      let child: Int
      let parent: Int
    }
    var index = SetReverseIndex()
    var pairs: Set<Pair> = []
    for _ in 0..<300 {
      let pair = Pair(child: below(12), parent: below(6))
      if pairs.remove(pair) != nil {
        index.unlink(child: pair.child, parent: pair.parent)
      } else {
        pairs.insert(pair)
        index.link(child: pair.child, parent: pair.parent)
      }
      for parent in 0..<7 {
        let expected = pairs.filter { $0.parent == parent }.map(\.child).sorted()
        #expect(index.rows(parent: parent) == expected)
      }
    }
    // Made at once it is the same.
    let ordered = pairs.sorted { ($0.child, $0.parent) < ($1.child, $1.parent) }
    let middle = ordered.count / 2
    let pieces = [ordered[..<middle], ordered[middle...]].map { part in
      ParentRows(
        start: part.first?.child ?? 0, rows: part.map { Int32($0.parent) },
        children: part.map { Int32($0.child) })
    }
    var made = SetReverseIndex(pieces, parents: 6)
    for parent in 0..<7 { #expect(made.rows(parent: parent) == index.rows(parent: parent)) }
    if let pair = ordered.first {
      made.unlink(child: pair.child, parent: pair.parent)
      #expect(!made.rows(parent: pair.parent).contains(pair.child))
    }
    // What was never linked is taken out without harm.
    index.unlink(child: 99, parent: 2)
    index.unlink(child: 1, parent: 99)
  }

  @Test("a set with an element of a newer kind is carried as it came, and read once that is gone")
  func newerKinds() throws {
    var workspace = Workspace(
      office: Office(name: "Test office", zone: "UTC"), today: Day(number: 20_000))
    let agreement = RecordID(.agreement, bits: 1)
    let partner = RecordID(.partner, bits: 2)
    let newer = "B-000000000003"
    workspace.fold(
      .new(
        agreement, [NamedValue("partners", .texts([newer, partner.text]))], derived: false),
      line: LineID("A", 1), time: 1)
    workspace.finishChange()
    #expect(workspace.value(agreement, "partners") == .texts([newer, partner.text]))
    #expect(workspace[.partner].row(partner.bits) == nil)
    workspace.fold(
      .take(agreement, ElementChange("partners", newer)), line: LineID("A", 2), time: 2)
    workspace.finishChange()
    #expect(workspace.value(agreement, "partners") == .texts([partner.text]))
    let row = try #require(workspace[.partner].row(partner.bits))
    #expect(workspace.agreementRows(partnerRow: row) == [0])
    workspace.fold(
      .add(agreement, ElementChange("partners", newer)), line: LineID("A", 3), time: 3)
    workspace.finishChange()
    #expect(workspace.value(agreement, "partners") == .texts([newer, partner.text]))
    #expect(workspace.agreementRows(partnerRow: row) == [])
  }

  @Test("a set that was loaded gives a row to each record it names that never came")
  func loadedBeforeWhatItNames() throws {
    var workspace = Workspace(
      office: Office(name: "Test office", zone: "UTC"), today: Day(number: 20_000))
    let partners = [RecordID(.partner, bits: 2), RecordID(.partner, bits: 3)]
    let list = "[\"" + partners.map(\.text).joined(separator: "\",\"") + "\"]"
    let layout = workspace[.agreement].layout
    let set = try #require(TextPool.reference(.list, offset: 0, length: list.utf8.count))
    var chunk = layout.emptyRow
    chunk.withUnsafeMutableBytes { row in
      for (slot, value) in [
        (Table.Slot.id, 7), (Table.Slot.stamp, 1), (Table.Slot.line, 1),
        (Agreement.Slot.partners, set),
      ] {
        RowLayout.write(value, row, 0, layout.places[slot])
      }
    }
    let part = LoadedPart(.agreement, count: 1, chunks: [chunk], unread: UnreadStamps())
    let isLoaded = workspace.load(
      [part], in: HeldBytes(copying: Array(list.utf8)), work: OneByOne())
    #expect(isLoaded)
    workspace.finishChange()
    #expect(Agreement(workspace, 0).partners == partners)
    for partner in partners {
      let row = try #require(workspace[.partner].row(partner.bits))
      #expect(workspace.agreementRows(partnerRow: row) == [0])
      #expect(!workspace.contains(partner))
    }
  }
}
