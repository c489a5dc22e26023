import ConcordModel
import Testing

/// The shortest beginning of an id that names one record, with the order of the ids at hand and without.
@Suite struct IDOrderTests {
  private static let line = LineID("3ZB1", 1)

  private func workspace(_ bits: [UInt64]) -> Workspace {
    var workspace = Workspace(
      office: Office(name: "Test office", zone: "UTC"), today: Day(number: 20_000))
    add(bits, to: &workspace)
    return workspace
  }

  private func add(_ bits: [UInt64], to workspace: inout Workspace) {
    for bits in bits {
      let values = [NamedValue("name", .text("Partner \(bits)"))]
      workspace.fold(
        .new(RecordID(.partner, bits: bits), values, derived: false), line: Self.line, time: 1)
    }
    workspace.finishChange()
  }

  /// Ids by chance, the least and the greatest, and ids that differ from others in their last digits.
  private func ids(_ count: Int) -> [UInt64] {
    var source = IDSource.seeded(11, position: 0)
    var ids = Set([0, 1, RecordID.mask, RecordID.mask - 1, 1 << 59])
    while ids.count < count {
      let bits = source.next64() & RecordID.mask
      ids.insert(bits)
      ids.insert(bits ^ 1 << (source.next64() % 60))
    }
    return ids.sorted { $0.byteSwapped < $1.byteSwapped }
  }

  /// The same by what it means: the beginning of at least four digits that no other text has.
  private func shortest(_ id: RecordID, among texts: [String]) -> String {
    for digits in 4..<12 {
      let beginning = String(id.text.prefix(2 + digits))
      if texts.count(where: { $0.hasPrefix(beginning) }) == 1 { return beginning }
    }
    return id.text
  }

  @Test("with an order as without, and as the texts have it")
  func sameWithAnOrder() throws {
    let bits = ids(600)
    let workspace = workspace(bits)
    let order = IDOrder(workspace[.partner])
    let texts = bits.map { RecordID(.partner, bits: $0).text }
    var lengths = Set<Int>()
    for bits in bits {
      let id = RecordID(.partner, bits: bits)
      let short = workspace.shortID(id)
      lengths.insert(short.count)
      #expect(short == shortest(id, among: texts))
      #expect(workspace.shortID(id, by: order) == short)
      #expect(try workspace.find(short).get() == id)
    }
    // Those of chance, and those that differ in the last digit only.
    #expect(lengths.contains(6) && lengths.contains(14), "\(lengths.sorted())")
  }

  @Test("records that came after the order was made are looked at too")
  func laterRecords() {
    let bits = ids(300)
    var workspace = workspace(Array(bits.prefix(200)))
    let order = IDOrder(workspace[.partner])
    add(Array(bits.dropFirst(200)), to: &workspace)
    for bits in bits {
      let id = RecordID(.partner, bits: bits)
      #expect(workspace.shortID(id, by: order) == workspace.shortID(id))
    }
  }

  @Test("ids that no record has, one record alone, and none", arguments: [0, 1, 2])
  func few(_ count: Int) {
    let bits = Array(ids(12).prefix(count))
    let workspace = workspace(bits)
    let order = IDOrder(workspace[.partner])
    for bits in ids(40) {
      let id = RecordID(.partner, bits: bits)
      #expect(workspace.shortID(id, by: order) == workspace.shortID(id))
    }
    if count == 1 {
      #expect(workspace.shortID(RecordID(.partner, bits: bits[0]), by: order).count == 6)
    }
  }
}
