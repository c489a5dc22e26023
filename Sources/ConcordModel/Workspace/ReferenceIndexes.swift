/// A reverse index for each reference field of the table of fields, people left out.
package struct ReferenceIndexes: Sendable {
  /// One field's index, for one of the kinds that it may refer to.
  private struct Entry: Sendable {
    let child: RecordKind
    let slot: Int
    let parent: RecordKind
    var index = ReverseIndex()
  }

  private var entries: [Entry] = []

  package init(_ fields: FieldTable) {
    for schema in fields.schemas {
      for field in schema.stored {
        guard case .reference(let kinds) = field.type, let slot = schema.slot(field.name) else {
          continue
        }
        for parent in kinds where parent != .person {
          entries.append(Entry(child: schema.kind, slot: slot, parent: parent))
        }
      }
    }
  }

  private func place(_ child: RecordKind, _ slot: Int, _ parent: RecordKind) -> Int? {
    entries.firstIndex { $0.child == child && $0.slot == slot && $0.parent == parent }
  }

  package mutating func link(
    _ child: RecordKind, row: Int, slot: Int, to parent: RecordKind, parentRow: Int
  ) {
    guard let place = place(child, slot, parent) else { return }
    entries[place].index.link(child: row, parent: parentRow)
  }

  package mutating func unlink(
    _ child: RecordKind, row: Int, slot: Int, from parent: RecordKind, parentRow: Int
  ) {
    guard let place = place(child, slot, parent) else { return }
    entries[place].index.unlink(child: row, parent: parentRow)
  }

  /// Whether a field has an index for `parent`.
  package func covers(_ child: RecordKind, slot: Int, parent: RecordKind) -> Bool {
    place(child, slot, parent) != nil
  }

  /// The rows of `child` whose field at `slot` refers to the row of `parent`, the oldest first.
  package func rows(
    _ child: RecordKind, slot: Int, parent: RecordKind, parentRow: Int
  ) -> [Int] {
    guard let place = place(child, slot, parent) else { return [] }
    return entries[place].index.rows(parent: parentRow)
  }
}
