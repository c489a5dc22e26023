import ConcordModel

extension Draft {
  /// Makes a record of an id that came along. One that was taken away comes back, and holds these
  /// values and no others.
  mutating func make(_ id: RecordID, _ values: [String: FieldValue?]) {
    guard workspace.value(id, "gone") != nil, let row = workspace[id.kind].row(id.bits)
    else {
      return new(id, values, derived: false)
    }
    set(id, "gone", nil)
    let before = workspace.values(id.kind, row: row).map(\.name)
    for name in Set(before).union(values.keys).subtracting(["gone"]).sorted() {
      set(id, name, values[name] ?? nil)
    }
  }

  /// Makes a record of an id that came along, by its fields in byte order.
  mutating func make(_ id: RecordID, _ values: [NamedValue]) {
    guard workspace.value(id, "gone") != nil else { return new(id, ordered: values) }
    make(id, Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }
}
