import ConcordModel

/// What no command would write: as it comes from another office, an older version or a mended file.
extension MemoryOffice {
  /// Gives fields of a record values, unchecked; nil clears one.
  package mutating func write(_ record: RecordID, _ values: [String: FieldValue?]) {
    apply(
      values.sorted { $0.key < $1.key }.map { field, value in
        .set(
          record,
          FieldChange(
            field, value, was: workspace.value(record, field),
            of: workspace.origin(record, field)))
      })
  }

  /// Makes a record of some values, unchecked.
  package mutating func put(_ kind: RecordKind, _ values: [String: FieldValue]) -> RecordID {
    let id = RecordID.derived(kind, from: ["test", String(workspace.version)])
    apply([
      .new(
        id, values.sorted { $0.key < $1.key }.map { NamedValue($0.key, $0.value) }, derived: false)
    ])
    return id
  }

  /// Takes up a change as another office made it.
  package mutating func fold(_ transaction: Transaction) { workspace.apply(transaction) }

  /// Takes a record away, whatever refers to it.
  package mutating func remove(_ record: RecordID) { apply([.delete(record)]) }
}
