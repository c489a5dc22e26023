import ConcordModel

/// How the records of a prompt stood when it was opened, to notice what somebody else makes of them
/// meanwhile.
struct StandingBefore: Hashable, Sendable {
  private struct Standing: Hashable, Sendable {
    let status: String?
    let decision: RecordID?
  }

  private var standings: [RecordID: Standing?]

  init(_ subjects: [RecordID], _ workspace: Workspace) {
    standings = [:]
    for subject in subjects { standings[subject] = Self.standing(subject, workspace) }
  }

  private static func standing(_ id: RecordID, _ workspace: Workspace) -> Standing? {
    guard workspace.contains(id) else { return nil }
    return Standing(
      status: workspace.value(id, "status")?.text,
      decision: workspace.decisionRows(of: id).last.map { workspace[.decision].id($0) })
  }

  /// What somebody else did to the first of `subjects` that does not stand as before, with their
  /// decision where there is one.
  func change(of subjects: [RecordID], _ workspace: Workspace) -> String? {
    for subject in subjects {
      guard let was = standings[subject] else { continue }
      let now = Self.standing(subject, workspace)
      guard now != was else { continue }
      let title = Text.oneLine(workspace.title(subject))
      guard let now else { return "“\(title)” is gone meanwhile" }
      var words = "“\(title)” was changed meanwhile"
      if now.status != was?.status, let status = now.status {
        words += ": it is \(Self.words(status, subject.kind, workspace)) now"
      }
      if now.decision != was?.decision, let id = now.decision, let row = workspace.row(id) {
        let decision = Decision(workspace, row)
        let text = DecisionWords.text(decision, workspace.catalogues)
        words += "; \(Text.oneLine(decision.author)): \(text)"
      }
      return words
    }
    return nil
  }

  private static func words(
    _ status: String, _ kind: RecordKind, _ workspace: Workspace
  ) -> String {
    guard let field = workspace.fields[kind].field("status"),
      let catalogue = field.type.catalogue
    else { return status }
    return workspace.catalogues.words(status, in: catalogue)
  }
}
