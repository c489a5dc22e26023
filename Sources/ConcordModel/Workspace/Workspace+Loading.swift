/// Loading a whole state at once: parts of tables as they were read, then indexes and links, each
/// made in one go. Figures are made by the `finishChange` that is to follow.
extension Workspace {
  /// Fills an empty workspace with rows whose texts stand in `bytes`; false where ids or parts do not
  /// fit, and then it is of no use any more.
  package mutating func load(
    _ parts: [LoadedPart], in bytes: HeldBytes, work: some ParallelWork
  ) -> Bool {
    touched.everything = true
    texts.hold(bytes)
    var unread = Array(repeating: 0, count: tables.count)
    for part in parts { unread[part.kind.index] += part.unread.count }
    for (place, count) in unread.enumerated() { tables[place].reserveUnread(count) }
    for part in parts where !tables[part.kind.index].append(part) { return false }
    return makeIndexes(work)
  }

  /// One piece of work among those that need not wait for each other.
  private enum Piece: Sendable {
    /// The index of a table's ids.
    case ids(Int)
    /// What some rows of a table refer to.
    case parents(Int, Range<Int>)
  }

  private enum Made: Sendable {
    case index(Int, RowIndex?)
    case parents(Int, [ParentRows])
  }

  /// Rows of a piece of work.
  private static let pieceRows = 32 * Table.chunkRows

  /// Makes the indexes of ids, and links what refers to each other; false where two rows have one id.
  private mutating func makeIndexes(_ work: some ParallelWork) -> Bool {
    let fields = references.fields.filter { tables[$0.child.index].count > 0 }
    // First what others look up.
    let asked = Set(fields.map(\.parent.index)).filter { tables[$0].count > 0 }
      .sorted { tables[$0].count > tables[$1].count }
    let first = work.map(asked.count) { [tables] in
      let ids = tables[asked[$0]].ids()
      return (ids: ids, index: RowIndex(ids))
    }
    var ids = Array(repeating: [UInt64](), count: tables.count)
    for (place, made) in zip(asked, first) {
      guard let index = made.index else { return false }
      tables[place].setIndex(index)
      ids[place] = made.ids
    }

    let ofChild = Dictionary(grouping: fields, by: \.child.index)
    let pieces = pieces(without: asked, ofChild)
    let made = work.map(pieces.count) { [tables, texts, ids] in
      switch pieces[$0] {
      case .ids(let place): Made.index(place, RowIndex(tables[place].ids()))
      case .parents(let place, let range):
        Made.parents(
          place,
          ReferenceIndexes.parents(ofChild[place] ?? [], of: range, tables, texts, ids: ids))
      }
    }
    var parents: [Int: [[ParentRows]]] = [:]
    for made in made {
      switch made {
      case .index(let place, let index):
        guard let index else { return false }
        tables[place].setIndex(index)
      case .parents(let place, let rows): parents[place, default: []].append(rows)
      }
    }
    link(ofChild, parents, work)
    return true
  }

  /// The greatest pieces first, so that no thread is left alone with one at the end.
  private func pieces(
    without asked: [Int], _ fields: [Int: [ReferenceIndexes.Field]]
  ) -> [Piece] {
    let places = tables.indices.filter { tables[$0].count > 0 }
      .sorted { tables[$0].count > tables[$1].count }
    let indexes = places.filter { !asked.contains($0) }.map { Piece.ids($0) }
    return indexes
      + places.filter { fields[$0] != nil }.flatMap { place in
        stride(from: 0, to: tables[place].count, by: Self.pieceRows).map {
          Piece.parents(place, $0..<min($0 + Self.pieceRows, tables[place].count))
        }
      }
  }

  private mutating func link(
    _ ofChild: [Int: [ReferenceIndexes.Field]], _ parents: [Int: [[ParentRows]]],
    _ work: some ParallelWork
  ) {
    let fields = ofChild.sorted { $0.key < $1.key }.flatMap { child, fields in
      fields.enumerated().map { place, field in
        (field, (parents[child] ?? []).map { $0[place] })
      }
    }
    let indexes = work.map(fields.count) { [tables] in
      let (field, rows) = fields[$0]
      return ReferenceIndexes.made(
        field, rows, children: tables[field.child.index].count,
        parents: tables[field.parent.index].count)
    }
    for ((field, rows), index) in zip(fields, indexes) {
      references.set(index)
      // Parents whose lines have not come yet: a row is made for each.
      for piece in rows {
        for missing in piece.missing { linkMissing(field, row: missing.child, missing.bits) }
        for (place, parent) in piece.rows.enumerated() where parent == ParentRows.missing {
          linkMissing(field, row: piece.start + place)
        }
      }
    }
  }

  private mutating func linkMissing(_ field: ReferenceIndexes.Field, row: Int) {
    let value = tables[field.child.index][row, field.slot]
    linkMissing(field, row: row, UInt64(bitPattern: value) & RecordID.mask)
  }

  private mutating func linkMissing(
    _ field: ReferenceIndexes.Field, row: Int, _ bits: UInt64
  ) {
    let parent = RecordID(field.parent, bits: bits)
    references.link(
      field.child, row: row, slot: field.slot, to: parent.kind, parentRow: ensureRow(parent))
  }
}
