import ConcordModel

/// What a rule did to a flag within somebody's change.
struct RuleDeed {
  private let flag: RecordID
  private let choice: String
  private let rule: String
  private let reason: String

  /// Nil where the operation is no decision of a rule.
  init?(_ operation: Operation) {
    guard case .new(let id, let values, _) = operation, id.kind == .decision else { return nil }
    func text(_ name: String) -> String? { values.first { $0.name == name }?.value.text }
    guard text("by") == RuleRun.author, let subject = text("subject").flatMap({ RecordID($0) })
    else { return nil }
    flag = subject
    choice = text("choice") ?? ""
    rule = text("details") ?? ""
    reason = text("reason") ?? ""
  }

  /// Such as `the rule contact.stale: close F-4KX9, its cause is gone`.
  func words(_ session: Session) -> String {
    let verb = session.workspace.catalogues.words(choice, in: "decisions")
    return "the rule \(rule): \(verb) \(session.workspace.shortID(flag)), \(reason)"
  }
}
