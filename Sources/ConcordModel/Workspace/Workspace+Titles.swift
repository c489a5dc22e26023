extension Workspace {
  /// What people call a record: the title field's text, or its words where it is a choice.
  package func title(_ kind: RecordKind, row: Int) -> String {
    let schema = fields[kind]
    guard let value = storedValue(kind, row: row, schema.titleField) else {
      return self[kind].id(row).text
    }
    if let catalogue = schema.field(schema.titleField)?.type.catalogue, let key = value.text {
      return catalogues.words(key, in: catalogue)
    }
    return value.text ?? self[kind].id(row).text
  }

  /// What people call a record; its id where it is not there.
  public func title(_ id: RecordID) -> String {
    row(id).map { title(id.kind, row: $0) } ?? id.text
  }

  /// The row of the partner that a record belongs to.
  package func partnerRow(of kind: RecordKind, row: Int) -> Int? {
    if kind == .partner { return row }
    let table = self[kind]
    guard let slot = table.schema.slot("partner"),
      let id = Self.reference(table[row, slot], [.partner])
    else { return nil }
    return self.row(id)
  }

  /// The rows of the partners that a record belongs to: one, or those of its set.
  package func partnerRows(of kind: RecordKind, row: Int) -> [Int] {
    if let slot = self[kind].schema.slot("partners") {
      return referenceIDs(self[kind][row, slot], [.partner]).compactMap { self.row($0) }
    }
    return partnerRow(of: kind, row: row).map { [$0] } ?? []
  }
}
