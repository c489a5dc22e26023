/// Loading a whole state at once: rows in order, slots without looking at stamps, links and figures
/// once at the end (`finishLoading`).
extension Workspace {
  /// Makes room for `count` rows of a kind.
  package mutating func reserve(_ kind: RecordKind, _ count: Int) {
    tables[kind.index].reserve(count)
  }

  /// Appends a whole row; false where its id is there already.
  package mutating func load(_ slots: [Int64], _ kind: RecordKind) -> Bool {
    tables[kind.index].append(row: slots) != nil
  }

  /// Gives a field or an element a stamp of its own.
  package mutating func load(
    _ stamp: Stamp, origin: PackedLine, _ kind: RecordKind, _ key: Table.ExceptionKey
  ) {
    tables[kind.index].setException(
      Table.ExceptionStamp(stamp: stamp, origin: origin), for: key)
  }

  /// Links what refers to each other. Figures are made by the `finishChange` that is to follow.
  package mutating func finishLoading() {
    touched.everything = true
    for schema in fields.schemas {
      let kind = schema.kind
      for field in schema.stored {
        guard case .reference(let kinds) = field.type, let slot = schema.slot(field.name) else {
          continue
        }
        let covered = kinds.filter { references.covers(kind, slot: slot, parent: $0) }
        guard !covered.isEmpty else { continue }
        for row in 0..<tables[kind.index].count {
          guard let parent = Self.reference(tables[kind.index][row, slot], kinds),
            covered.contains(parent.kind)
          else { continue }
          references.link(
            kind, row: row, slot: slot, to: parent.kind, parentRow: ensureRow(parent))
        }
      }
    }
  }
}
