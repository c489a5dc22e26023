extension Workspace {
  /// Rows of the decisions on a flag, case or task that are not gone, the oldest first.
  package func decisionRows(of subject: RecordID) -> [Int] {
    guard let row = row(subject) else { return [] }
    let table = tables[RecordKind.decision.index]
    return references.rows(
      .decision, slot: Decision.Slot.subject, parent: subject.kind, parentRow: row
    ).filter { table.isPresent($0) }
  }
}
