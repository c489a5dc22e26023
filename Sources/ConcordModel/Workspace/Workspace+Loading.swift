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
    guard makeIndexes(work) else { return false }
    link(work)
    return true
  }

  private mutating func makeIndexes(_ work: some ParallelWork) -> Bool {
    // The greatest first, so that no thread is left alone with one at the end.
    let places = tables.indices.filter { tables[$0].count > 0 }
      .sorted { tables[$0].count > tables[$1].count }
    let indexes = work.map(places.count) { [tables] in tables[places[$0]].makeIndex() }
    for (place, index) in zip(places, indexes) {
      guard let index else { return false }
      tables[place].setIndex(index)
    }
    return true
  }

  /// Links what refers to each other.
  private mutating func link(_ work: some ParallelWork) {
    let fields = references.fields.filter { tables[$0.child.index].count > 0 }
      .sorted { tables[$0.child.index].count > tables[$1.child.index].count }
    let results = work.map(fields.count) { [tables] in
      ReferenceIndexes.link(fields[$0], tables)
    }
    for (field, result) in zip(fields, results) {
      references.set(result.index, field)
      // Parents whose lines have not come yet: a row is made for each.
      for (row, parent) in result.missing {
        references.link(
          field.child, row: row, slot: field.slot, to: parent.kind, parentRow: ensureRow(parent))
      }
    }
  }
}
