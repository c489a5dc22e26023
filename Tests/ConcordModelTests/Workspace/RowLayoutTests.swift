import ConcordModel
import OfficeInMemory
import Testing

/// Rows hold small numbers in few bytes; what does not fit is carried like any other unknown value.
@Suite struct RowLayoutTests {
  @Test(arguments: [Int64(1), 3, -1, 127, -127, -128, 128, 300, .max, .min + 1])
  func numbersOfAnySizeStay(number: Int64) {
    var workspace = Workspace(
      office: Office(name: "Test office", zone: "UTC"), today: Day(number: 20_000))
    let id = RecordID(.partner, bits: 7)
    let line = LineID("3ZB1", 1)
    let values = [NamedValue("name", .text("Ash")), NamedValue("tier", .integer(2))]
    workspace.fold(.new(id, values, derived: false), line: line, time: 1)
    workspace.fold(
      .set(id, FieldChange("tier", .integer(number))), line: LineID("3ZB1", 2), time: 2)
    workspace.finishChange()
    #expect(workspace.value(id, "tier") == .integer(number))
    #expect(workspace.value(id, "name") == .text("Ash"))
    #expect(
      StateDigest.line(id, in: workspace)
        == "{\"id\":\"P-000000000007\",\"name\":\"Ash\",\"tier\":\(number)}")
  }

  @Test func everySlotOfEveryKindKeepsItsOwnValue() {
    for schema in FieldTable.standard.schemas {
      var table = Table(schema)
      let row = table.append(42)
      let slots = (1..<Schema.headerSlots) + schema.stored.indices.map { $0 + Schema.headerSlots }
      for slot in slots { #expect(table[row, slot] == Table.absent, "\(schema.word) \(slot)") }
      for slot in slots { table[row, slot] = Int64(slot % 120) }
      for slot in slots { #expect(table[row, slot] == Int64(slot % 120), "\(schema.word) \(slot)") }
      for slot in slots { table[row, slot] = Table.absent }
      for slot in slots { #expect(table[row, slot] == Table.absent, "\(schema.word) \(slot)") }
      #expect(table.row(42) == row)
    }
  }

  @Test func anIndexKnowsEveryIdAndRefusesTwins() throws {
    // Ids that chance made, and ids that people made up.
    var source = IDSource.seeded(3, position: 0)
    let ids = (0..<5000).map { $0 % 2 == 0 ? UInt64($0) : source.next64() & RecordID.mask }
    let index = try #require(RowIndex(ids))
    var grown = RowIndex()
    for (row, bits) in ids.enumerated() { grown.insert(bits, row: row) { ids[$0] } }
    for (row, bits) in ids.enumerated() {
      #expect(index.row(bits) { ids[$0] } == row)
      #expect(grown.row(bits) { ids[$0] } == row)
    }
    #expect(index.row(9_999_999) { ids[$0] } == nil)
    #expect(RowIndex(ids + [ids[77]]) == nil)
  }
}
