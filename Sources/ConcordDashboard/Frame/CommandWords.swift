import ConcordModel

/// A change in words, as the lowest line says it.
package enum CommandWords {
  /// Such as `accept F-9QD2`.
  package static func words(_ report: CommitReport, _ scene: Scene) -> String {
    words(
      command: report.command, records: report.records, scene.workspace, by: scene.idOrders)
  }

  /// What a command on records of a kind acted on; a note touches only the decision that it leaves.
  package static func subjects(
    of kind: RecordKind?, _ records: [RecordID], _ workspace: Workspace
  ) -> [RecordID] {
    let acted = records.filter { kind == nil || $0.kind == kind }
    guard acted.isEmpty else { return acted }
    return records.filter { $0.kind == .decision }
      .compactMap { workspace.value($0, "subject")?.text.flatMap { RecordID($0) } }
      .filter { $0.kind == kind }
  }

  /// Such as `accept “No agreement”` or `import of 25 records`.
  package static func titled(_ entry: JournalEntry, _ workspace: Workspace) -> String {
    let specification = CommandCatalogue.command(entry.command)?.specification
    let verb = specification?.words ?? entry.command
    let subject = specification?.subject
    let acted = subjects(of: subject, entry.records, workspace)
    guard let first = acted.first ?? entry.records.first else { return verb }
    if specification == nil, entry.recordCount > 1 {
      return "\(verb) of \(Counted.words(entry.recordCount, "record"))"
    }
    // Of a long change only the first records are known.
    let isWhole = entry.recordCount == entry.records.count
    let others = (isWhole ? max(1, acted.count) : entry.recordCount) - 1
    return "\(verb) “\(workspace.title(first))”" + (others > 0 ? " and \(others) more" : "")
  }

  /// Such as `accept F-9QD2` or `dismiss 12 flags`.
  package static func words(
    command: String, records: [RecordID], _ workspace: Workspace,
    by orders: [RecordKind: IDOrder] = [:]
  ) -> String {
    let specification = CommandCatalogue.command(command)?.specification
    let verb = specification?.words ?? command
    let subject = specification?.subject
    let acted = subjects(of: subject, records, workspace)
    if acted.count > 1, let kind = subject {
      return "\(verb) \(acted.count) \(workspace.fields[kind].plural)"
    }
    guard let first = acted.first ?? records.first else { return verb }
    return "\(verb) \(workspace.shortID(first, by: orders[first.kind]))"
  }
}
