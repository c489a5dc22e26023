import ConcordModel

/// What happened to a record, in words.
enum LookWords {
  /// What a record is called; a case by its type, as a case.
  static func title(_ record: RecordID, _ workspace: Workspace) -> String {
    let title = workspace.title(record)
    return record.kind == .vettingCase && workspace.contains(record) ? title + " case" : title
  }

  /// Such as `accepted by m.ruiz: “no other source”` or `new, by the rules`.
  static func what(_ news: LookNews, _ workspace: Workspace) -> String {
    let by = "by " + (news.author ?? "the rules")
    let why = news.reason.map { ": “\(Text.oneLine($0))”" } ?? ""
    switch news.deed {
    case .decided(let choice):
      let word = verb(choice, of: news.record.kind, workspace)
      return (news.isNew ? "new, \(word) " : "\(word) ") + by + why
    case .new: return "new, " + by
    case .gone: return "taken away " + by + why
    case .did(let choice): return verb(choice, of: news.record.kind, workspace) + " " + by + why
    case .changed(let fields):
      let named = fields.map { workspace.fields[news.record.kind].field($0)?.label ?? $0 }
      var words = named.prefix(mostNamed).joined(separator: ", ")
      if named.count > mostNamed { words += " and \(named.count - mostNamed) more" }
      return (news.isUndo ? "a change taken back " : "changed ") + by + ": " + words
    }
  }

  /// Fields that are named.
  private static let mostNamed = 3

  /// What was done, as something done.
  private static func verb(
    _ choice: String, of kind: RecordKind, _ workspace: Workspace
  ) -> String {
    if let verb = verbs[choice] { return verb }
    let catalogue =
      switch kind {
      case .vettingCase: "case-outcomes"
      case .task: "task-statuses"
      default: "decisions"
      }
    return workspace.catalogues.words(choice, in: catalogue)
  }

  /// The keys of the catalogue of decisions.
  private static let verbs = [
    "mitigate": "mitigated", "implement": "put in force", "accept": "accepted",
    "transfer": "transferred", "avoid": "avoided", "dismiss": "dismissed", "close": "closed",
    "escalate": "escalated", "snooze": "put off", "reassess": "reassessed", "reopen": "reopened",
    "decide": "decided", "raise": "raised", "plan": "planned", "silence": "silenced",
    "note": "a note", "assign": "given an owner",
  ]

  /// When it happened: the time where it was today, else the day.
  static func when(_ news: LookNews, _ scene: Scene) -> String {
    let moment = scene.moment(news.at)
    return scene.day(news.at) == scene.today
      ? String(moment.dropFirst(11)) : String(moment.prefix(10))
  }

  /// The partner that a record belongs to; blank for a partner itself and for those of several.
  static func partner(_ record: RecordID, _ workspace: Workspace) -> String {
    guard record.kind != .partner, let row = workspace.row(record) else { return "" }
    let partners = workspace.partnerRows(of: record.kind, row: row)
    guard let first = partners.first else { return "" }
    return Partner(workspace, first).name
      + (partners.count > 1 ? " and \(partners.count - 1) more" : "")
  }
}
