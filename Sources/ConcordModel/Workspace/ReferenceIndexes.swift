/// A reverse index for each field of the table of fields that holds a reference or a set of them,
/// people left out.
package struct ReferenceIndexes: Sendable {
  /// A field, and one of the kinds that it may refer to.
  package struct Field: Hashable, Sendable {
    package let child: RecordKind
    package let slot: Int
    package let parent: RecordKind
    /// All kinds that the field may refer to.
    fileprivate let kinds: [RecordKind]
    /// The place of the parent's kind among them.
    fileprivate let place: Int
    /// Whether it holds a set.
    package let isSet: Bool
  }

  /// One of the two indexes stays empty.
  private struct Entry: Sendable {
    let field: Field
    var index = ReverseIndex()
    var sets = SetReverseIndex()
  }

  private var entries: [Entry] = []
  /// The entries of each kind of child, by its place in the workspace.
  private var ofChild: [Range<Int>] = Array(repeating: 0..<0, count: 26)

  package init(_ fields: FieldTable) {
    for schema in fields.schemas {
      let start = entries.count
      for field in schema.stored {
        guard let kinds = field.type.referenceKinds, let slot = schema.slot(field.name) else {
          continue
        }
        for (place, parent) in kinds.enumerated() where parent != .person {
          entries.append(
            Entry(
              field: Field(
                child: schema.kind, slot: slot, parent: parent, kinds: kinds, place: place,
                isSet: field.type.isSet)))
        }
      }
      ofChild[schema.kind.index] = start..<entries.count
    }
  }

  private func place(_ child: RecordKind, _ slot: Int, _ parent: RecordKind) -> Int? {
    for place in ofChild[child.index]
    where entries[place].field.slot == slot && entries[place].field.parent == parent {
      return place
    }
    return nil
  }

  /// What there is an index for.
  package var fields: [Field] { entries.map(\.field) }

  /// Makes the index of a field from what `children` rows refer to, among `parents` rows.
  static func made(
    _ field: Field, _ pieces: [ParentRows], children: Int, parents: Int
  ) -> Made {
    field.isSet
      ? Made(field: field, sets: SetReverseIndex(pieces, parents: parents))
      : Made(field: field, index: ReverseIndex(pieces, children: children, parents: parents))
  }

  /// An index made at once.
  struct Made: Sendable {
    let field: Field
    var index = ReverseIndex()
    var sets = SetReverseIndex()
  }

  mutating func set(_ made: Made) {
    guard let place = place(made.field.child, made.field.slot, made.field.parent) else { return }
    entries[place].index = made.index
    entries[place].sets = made.sets
  }

  /// The rows that some rows of a kind refer to, by field; no rows for a field that none of them has.
  /// `fields` are the kind's; `ids` are those of the rows of each kind that they may refer to.
  static func parents(
    _ fields: [Field], of range: Range<Int>, _ tables: [Table], _ texts: TextPool,
    ids: [[UInt64]]
  ) -> [ParentRows] {
    fields.map { field in
      ids[field.parent.index].withUnsafeBufferPointer { ids in
        field.isSet
          ? setParents(field, of: range, tables, texts, ids)
          : parents(field, of: range, tables, ids)
      }
    }
  }

  private static func parents(
    _ field: Field, of range: Range<Int>, _ tables: [Table], _ ids: UnsafeBufferPointer<UInt64>
  ) -> ParentRows {
    let children = tables[field.child.index]
    let parents = tables[field.parent.index]
    let slot = children.layout.places[field.slot]
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

  private static func setParents(
    _ field: Field, of range: Range<Int>, _ tables: [Table], _ texts: TextPool,
    _ ids: UnsafeBufferPointer<UInt64>
  ) -> ParentRows {
    let children = tables[field.child.index]
    let parents = tables[field.parent.index]
    let slot = children.layout.places[field.slot]
    var found = ParentRows(start: range.lowerBound, rows: [])
    children.forEach(range) { row, bytes, start in
      let set = RowLayout.read(bytes, start, slot)
      guard set != Table.absent else { return }
      texts.forEachReference(set, field.kinds) { value in
        guard Int(value >> 60) == field.place else { return }
        let bits = UInt64(bitPattern: value) & RecordID.mask
        guard let parent = parents.row(bits, ids: ids) else {
          found.missing.append(ParentRows.Missing(child: row, bits: bits))
          return
        }
        found.rows.append(Int32(parent))
        found.children.append(Int32(row))
      }
    }
    return found
  }

  package mutating func link(
    _ child: RecordKind, row: Int, slot: Int, to parent: RecordKind, parentRow: Int
  ) {
    guard let place = place(child, slot, parent) else { return }
    if entries[place].field.isSet {
      entries[place].sets.link(child: row, parent: parentRow)
    } else {
      entries[place].index.link(child: row, parent: parentRow)
    }
  }

  package mutating func unlink(
    _ child: RecordKind, row: Int, slot: Int, from parent: RecordKind, parentRow: Int
  ) {
    guard let place = place(child, slot, parent) else { return }
    if entries[place].field.isSet {
      entries[place].sets.unlink(child: row, parent: parentRow)
    } else {
      entries[place].index.unlink(child: row, parent: parentRow)
    }
  }

  /// The index of a field that is no set for `parent`; an empty one where there is none.
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
    return entries[place].field.isSet
      ? entries[place].sets.rows(parent: parentRow) : entries[place].index.rows(parent: parentRow)
  }

  /// Calls `body` with each of the same rows, the newest first.
  package func forEach(
    _ child: RecordKind, slot: Int, parent: RecordKind, parentRow: Int, _ body: (Int) -> Void
  ) {
    _ = contains(child, slot: slot, parent: parent, parentRow: parentRow) { row in
      body(row)
      return false
    }
  }

  /// Whether one of the same rows fits; those after it are not looked at.
  package func contains(
    _ child: RecordKind, slot: Int, parent: RecordKind, parentRow: Int, where fits: (Int) -> Bool
  ) -> Bool {
    guard let place = place(child, slot, parent) else { return false }
    return entries[place].field.isSet
      ? entries[place].sets.rows(parent: parentRow).contains(where: fits)
      : entries[place].index.contains(parent: parentRow, where: fits)
  }
}
