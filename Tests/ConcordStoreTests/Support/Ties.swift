import ConcordModel
import Testing

/// The reverse indexes, compared with a look at every row.
enum Ties {
  /// Whether each record's children by each field are those that name it, the oldest row first, and
  /// whoever is named has a row.
  static func expectExact(_ workspace: Workspace) {
    for field in workspace.references.fields {
      let children = workspace[field.child]
      let parents = workspace[field.parent]
      let name = children.schema.field(slot: field.slot).name
      var expected: [RecordID: [Int]] = [:]
      for row in 0..<children.count {
        // By the value as it is written, not by what the index reads.
        switch workspace.storedValue(field.child, row: row, name) {
        case .text(let text): add(row, text)
        case .texts(let elements):
          // A set with an element that is no id of these kinds is carried, not read.
          guard children[row, field.slot] != Table.absent else { continue }
          for element in elements { add(row, element) }
        default: break
        }
      }
      func add(_ row: Int, _ text: String) {
        guard let id = RecordID(text), id.kind == field.parent else { return }
        expected[id, default: []].append(row)
      }
      for (id, rows) in expected {
        guard let parent = parents.row(id.bits) else {
          Issue.record("\(id) is named by \(name), and has no row")
          continue
        }
        #expect(
          workspace.references.rows(
            field.child, slot: field.slot, parent: field.parent, parentRow: parent) == rows,
          "\(id) by \(name)")
      }
      for parent in 0..<parents.count where expected[parents.id(parent)] == nil {
        let rows = workspace.references.rows(
          field.child, slot: field.slot, parent: field.parent, parentRow: parent)
        #expect(rows.isEmpty, "\(parents.id(parent)) by \(name)")
      }
    }
  }
}
