/// A reverse index for each reference field of the table of fields, people left out.
package struct ReferenceIndexes: Sendable {
  /// A field, and one of the kinds that it may refer to.
  package struct Field: Hashable, Sendable {
    package let child: RecordKind
    package let slot: Int
    package let parent: RecordKind
    /// The place of the parent's kind among those that the field may refer to.
    fileprivate let place: Int
  }

  private struct Entry: Sendable {
    let field: Field
    var index = ReverseIndex()
    var child: RecordKind { field.child }
    var slot: Int { field.slot }
    var parent: RecordKind { field.parent }
  }

  private var entries: [Entry] = []

  package init(_ fields: FieldTable) {
    for schema in fields.schemas {
      for field in schema.stored {
        guard case .reference(let kinds) = field.type, let slot = schema.slot(field.name) else {
          continue
        }
        for (place, parent) in kinds.enumerated() where parent != .person {
          let field = Field(child: schema.kind, slot: slot, parent: parent, place: place)
          entries.append(Entry(field: field))
        }
      }
    }
  }

  private func place(_ child: RecordKind, _ slot: Int, _ parent: RecordKind) -> Int? {
    entries.firstIndex { $0.child == child && $0.slot == slot && $0.parent == parent }
  }

  /// What there is an index for.
  package var fields: [Field] { entries.map(\.field) }

  package mutating func set(_ index: ReverseIndex, _ field: Field) {
    guard let place = entries.firstIndex(where: { $0.field == field }) else { return }
    entries[place].index = index
  }

  /// The rows that some rows of a kind refer to, by field; no rows for a field that none of them has.
  /// `fields` are the kind's; `ids` are those of the rows of each kind that they may refer to.
  static func parents(
    _ fields: [Field], of range: Range<Int>, _ tables: [Table], ids: [[UInt64]]
  ) -> [ParentRows] {
    guard let first = fields.first else { return [] }
    let children = tables[first.child.index]
    return fields.map { field in
      let parents = tables[field.parent.index]
      let slot = children.layout.places[field.slot]
      return ids[field.parent.index].withUnsafeBufferPointer { ids in
        var rows: [Int32] = []
        // One parent often comes several times in a row.
        var last = (value: Table.absent, row: ParentRows.none)
        children.forEach(range) { row, bytes, start in
          let value = RowLayout.read(bytes, start, slot)
          guard value != Table.absent, Int(value >> 60) == field.place else {
            if !rows.isEmpty { rows.append(ParentRows.none) }
            return
          }
          if rows.isEmpty {
            rows.reserveCapacity(range.count)
            for _ in range.lowerBound..<row { rows.append(ParentRows.none) }
          }
          if value != last.value {
            let found = parents.row(UInt64(bitPattern: value) & RecordID.mask, ids: ids)
            last = (value, found.map { Int32($0) } ?? ParentRows.missing)
          }
          rows.append(last.row)
        }
        return ParentRows(start: range.lowerBound, rows: rows)
      }
    }
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

  /// The index of a field for `parent`; an empty one where there is none.
  func index(_ child: RecordKind, slot: Int, parent: RecordKind) -> ReverseIndex {
    place(child, slot, parent).map { entries[$0].index } ?? ReverseIndex()
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
