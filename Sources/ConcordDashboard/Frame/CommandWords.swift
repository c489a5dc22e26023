import ConcordModel

/// A change in words, as the lowest line says it.
package enum CommandWords {
  /// Such as `accept F-9QD2`.
  package static func words(_ report: CommitReport, _ workspace: Workspace) -> String {
    words(command: report.command, records: report.records, workspace)
  }

  /// Such as `accept F-9QD2` or `dismiss 12 flags`.
  package static func words(
    command: String, records: [RecordID], _ workspace: Workspace
  ) -> String {
    let specification = CommandCatalogue.command(command)?.specification
    let verb = specification?.words ?? command
    let subject = specification?.subject
    let acted = records.filter { subject == nil || $0.kind == subject }
    if acted.count > 1, let kind = subject {
      return "\(verb) \(acted.count) \(workspace.fields[kind].plural)"
    }
    guard let first = acted.first ?? records.first else { return verb }
    return "\(verb) \(workspace.shortID(first))"
  }
}
