/// Loading a whole state at once: rows in order, slots without looking at stamps, links and figures
/// once at the end (`finishLoading`).
extension Workspace {
  /// Makes room for `count` rows of a kind.
  package mutating func reserve(_ kind: RecordKind, _ count: Int) {
    tables[kind.index].reserve(count)
  }

  /// Appends the row of `id`; nil where it is there already.
  package mutating func loadRow(_ id: RecordID) -> Int? {
    guard tables[id.kind.index].row(id.bits) == nil else { return nil }
    return tables[id.kind.index].append(id.bits)
  }

  /// Fills a slot.
  package mutating func load(_ value: Int64, _ kind: RecordKind, _ row: Int, _ slot: Int) {
    tables[kind.index][row, slot] = value
  }

  /// Fills a field of any name with a value of any form.
  package mutating func load(_ value: FieldValue, _ kind: RecordKind, _ row: Int, _ name: String) {
    if let slot = tables[kind.index].schema.slot(name),
      let encoded = encode(value, as: tables[kind.index].schema.field(slot: slot).type)
    {
      tables[kind.index][row, slot] = encoded
    } else {
      setOwn(kind, row, name, value)
    }
  }

  /// Gives a row the stamp that its record was made with.
  package mutating func load(_ stamp: Stamp, _ kind: RecordKind, _ row: Int) {
    tables[kind.index].setRecordStamp(stamp, row: row)
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
