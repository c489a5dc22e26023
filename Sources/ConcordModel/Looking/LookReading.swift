/// Reads what single operations of a change mean.
struct LookReading {
  private let isRuleDay: Bool
  private let reason: String?
  /// Cases that it made.
  private var cases: Set<String> = []
  /// Flags that a rule brought up to date, or decided.
  private var refreshed: Set<RecordID> = []

  init(_ change: Transaction) {
    isRuleDay = change.command == RuleRun.command
    reason = change.reason
    for step in change.steps {
      switch step.operation {
      case .new(let id, _, _) where id.kind == .vettingCase: cases.insert(id.text)
      case .new(let id, let values, _) where id.kind == .decision:
        guard values.contains(where: { $0.name == "by" && $0.value.text == RuleRun.author })
        else { continue }
        let subject = values.first { $0.name == "subject" }?.value.text
        if let flag = subject.flatMap({ RecordID($0) }) { refreshed.insert(flag) }
      case .set(let id, let set) where set.field == "facts": refreshed.insert(id)
      default: break
      }
    }
  }

  /// Fields that say when and how a command or a rule came to what other fields say.
  private static let machinery: Set<String> = [
    "facts", "closed-by-rule", "rated-by-rule", "decided", "decided-likelihood", "decided-impact",
  ]
  /// What a rule changes of a flag each day says nothing new; how likely and how grave it is does.
  private static let ratings: Set<String> = ["likelihood", "impact"]
  /// Choices that put something on record without a decision.
  private static let asides: Set<String> = ["note", "assign"]
  /// How a task stands once it was answered.
  private static let answers: Set<String> = ["passed", "failed", "waived"]

  func touches(_ operation: Operation) -> [LookTouch] {
    switch operation {
    case .new(let id, let values, _): made(id, values).map { [$0] } ?? []
    case .set(let id, let change): set(id, change).map { [$0] } ?? []
    case .add(let id, let change), .take(let id, let change):
      changed(id, change.field).map { [$0] } ?? []
    case .delete(let id):
      id.kind == .decision || id.kind == .treatment
        ? [] : [LookTouch(record: id, deed: .gone, isByRules: isRuleDay, reason: reason)]
    case .why, .redact: []
    }
  }

  private func made(_ id: RecordID, _ values: [NamedValue]) -> LookTouch? {
    func text(_ name: String) -> String? { values.first { $0.name == name }?.value.text }
    switch id.kind {
    case .decision:
      guard let subject = text("subject").flatMap({ RecordID($0) }), let choice = text("choice")
      else { return nil }
      let deed: LookDeed =
        Self.asides.contains(choice)
        ? .did(choice) : .decided(choice == "decide" ? text("details") ?? choice : choice)
      return LookTouch(
        record: subject, deed: deed, isByRules: text("by") == RuleRun.author,
        reason: text("reason") ?? reason)
    case .treatment:
      guard let flag = text("flag").flatMap({ RecordID($0) }) else { return nil }
      return LookTouch(
        record: flag, deed: .changed(["treatment"]), isByRules: isRuleDay, reason: reason)
    default:
      let isRules =
        isRuleDay || id.kind == .flag && text("source") == "rule"
        || id.kind == .finding && !values.contains { $0.name == "decided" }
      var touch = LookTouch(record: id, deed: .new, isByRules: isRules, reason: reason)
      touch.isNew = true
      touch.isPart = id.kind == .task && text("case").map { cases.contains($0) } ?? false
      return touch
    }
  }

  private func set(_ id: RecordID, _ change: FieldChange) -> LookTouch? {
    if change.field == "gone" {
      guard id.kind != .decision, id.kind != .treatment else { return nil }
      let isBack = change.value == nil || change.value == .truth(false)
      let isRules = isRuleDay || id.kind == .flag && refreshed.contains(id)
      var touch = LookTouch(
        record: id, deed: isBack ? .new : .gone, isByRules: isRules, reason: reason)
      touch.isNew = isBack
      return touch
    }
    if id.kind == .task, change.field == "status", let status = change.value?.text,
      Self.answers.contains(status)
    {
      return LookTouch(record: id, deed: .decided(status), isByRules: isRuleDay, reason: reason)
    }
    var touch = changed(id, change.field)
    // What a task's answer stands on, or why it was waived.
    if id.kind == .task, ["evidence", "note"].contains(change.field), let text = change.value?.text
    {
      touch?.reason = text
    }
    return touch
  }

  private func changed(_ id: RecordID, _ field: String) -> LookTouch? {
    guard id.kind != .decision, !Self.machinery.contains(field) else { return nil }
    let isRules = isRuleDay || id.kind == .flag && refreshed.contains(id)
    if isRules, id.kind != .flag || !Self.ratings.contains(field) { return nil }
    return LookTouch(record: id, deed: .changed([field]), isByRules: isRules, reason: reason)
  }
}
