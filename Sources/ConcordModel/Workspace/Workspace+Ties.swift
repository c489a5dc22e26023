extension Workspace {
  /// Rows of the links from and to a partner that are not gone.
  package func linkRows(partnerRow row: Int) -> [Int] {
    let table = tables[RecordKind.link.index]
    return ["from", "to"].flatMap { field in
      references.rows(
        .link, slot: Schema.link.required(field), parent: .partner, parentRow: row)
    }.filter { table.isPresent($0) }
  }

  /// Rows of the capabilities of a partner that are not gone.
  package func capabilityRows(partnerRow row: Int) -> [Int] {
    let table = tables[RecordKind.capability.index]
    return references.rows(
      .capability, slot: Schema.capability.required("partner"), parent: .partner, parentRow: row
    ).filter { table.isPresent($0) }
  }
}
