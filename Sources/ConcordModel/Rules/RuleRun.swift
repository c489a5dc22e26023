/// What the rules make of a change, or of a new day: flags that they raise, bring up to date, open again
/// and close, as operations.
package struct RuleRun {
  /// What the turn of a day is called in the journal.
  package static let command = "rules.day"

  private let context: CommandContext
  private let office: Workspace
  private let after: Workspace
  private let tallies: RuleTallies
  private let released: [String: Set<RecordID>]
  private var draft: Draft
  /// The partners of whom something is to be written.
  private var concerned: Set<RecordID> = []
  /// Flags to be raised, by rule.
  private var raised: [String: [FindingSheet.Line]] = [:]

  /// Operations with those of the rules behind them.
  package static func extended(
    _ operations: [Operation], in workspace: Workspace, _ context: CommandContext
  ) -> [Operation] {
    if operations.contains(where: { $0.record?.kind == .policy }) {
      return judgedAnew(operations, in: workspace, context)
    }
    let sketch = RuleSketch(operations, in: workspace, today: context.today)
    guard !sketch.tasks.isEmpty else { return operations }
    var run = RuleRun(
      context, office: workspace, after: sketch.after, released: sketch.touch.released,
      Draft(workspace, context, continuing: operations))
    for task in sketch.tasks { run.judge(task.partner, task.rules) }
    run.raise()
    return run.draft.operations
  }

  /// Operations that change the policy, with what the rules make of the whole office by the new one.
  private static func judgedAnew(
    _ operations: [Operation], in workspace: Workspace, _ context: CommandContext
  ) -> [Operation] {
    var after = workspace.foreseen(operations)
    after.today = context.today
    var run = RuleRun(
      context, office: after, after: after, released: [:],
      Draft(workspace, context, continuing: operations))
    let table = after[.partner]
    for row in after.rows(.partner) { run.judge(table.id(row), RuleCatalogue.rules) }
    run.raise()
    return run.draft.operations
  }

  /// What a day brings about, in the whole office or for some of its partners; and for whom.
  package static func daily(
    _ workspace: Workspace, _ context: CommandContext, only some: Set<RecordID>? = nil
  ) -> (operations: [Operation], partners: Set<RecordID>) {
    var workspace = workspace
    workspace.today = context.today
    var run = RuleRun(
      context, office: workspace, after: workspace, released: [:], Draft(workspace, context))
    let table = workspace[.partner]
    for row in workspace.rows(.partner) {
      let partner = table.id(row)
      if let some, !some.contains(partner) { continue }
      run.judge(partner, RuleCatalogue.rules)
    }
    run.raise()
    return (run.draft.operations, run.concerned)
  }

  private init(
    _ context: CommandContext, office: Workspace, after: Workspace,
    released: [String: Set<RecordID>], _ draft: Draft
  ) {
    self.context = context
    self.office = office
    self.after = after
    self.released = released
    tallies = RuleTallies(office: office, after: after)
    self.draft = draft
  }

  // MARK: One partner

  /// Compares what the rules want with the flags that they have raised.
  private mutating func judge(_ partner: RecordID, _ rules: [any Rule.Type]) {
    guard let row = after.row(partner) else { return }
    let before = draft.count
    defer { if draft.count != before { concerned.insert(partner) } }
    var wanted = wanted(row, rules)
    for flagRow in after.flagRows(partnerRow: row) {
      let flag = Flag(after, flagRow)
      guard let name = flag.rule, rules.contains(where: { $0.name == name }) else { continue }
      if let place = wanted.firstIndex(where: { $0.id == flag.id }) {
        bringUpToDate(flag, wanted.remove(at: place))
      } else if flag.status.isLive {
        close(flag, name)
      }
    }
    if !wanted.isEmpty { concerned.insert(partner) }
    for wish in wanted {
      raised[wish.rule, default: []].append(FindingSheet.Line(flag: wish, partner: partner))
    }
  }

  private func wanted(_ row: Int, _ rules: [any Rule.Type]) -> [RuleFlag] {
    guard RuleScope.isManaged(Partner(after, row).stage) else { return [] }
    var wanted: [RuleFlag] = []
    for rule in rules {
      guard let numbers = office.policy.rule(rule.name) else { continue }
      let scope = RuleScope(
        workspace: after, row: row, today: context.today, now: context.now,
        numbers: numbers, tallies: tallies)
      for hit in rule.hits(scope) {
        guard let flag = RuleFlag(hit, scope, office.policy),
          !wanted.contains(where: { $0.id == flag.id })
        else { continue }
        wanted.append(flag)
      }
    }
    return wanted
  }

  // MARK: Flags that are there

  private mutating func bringUpToDate(_ flag: Flag, _ wish: RuleFlag) {
    let isNews = after.value(flag.id, "facts")?.text != wish.facts
    if !flag.status.isLive {
      // Dismissed, or closed by a person: as long as the facts are the same it stays.
      let isClosedByRule = after.value(flag.id, "closed-by-rule") == .truth(true)
      guard isNews || isClosedByRule else { return }
      decide(
        flag.id, "reopen", .open, wish.rule,
        isClosedByRule ? "its cause is there again" : "the facts have changed")
      set(flag.id, "closed-by-rule", nil)
    }
    set(flag.id, "facts", .text(wish.facts))
    set(flag.id, "title", .text(wish.hit.title))
    set(flag.id, "explanation", .text(wish.hit.explanation))
    set(flag.id, "category", .text(wish.category))
    guard flag.isRatedByRule else { return }
    set(flag.id, "likelihood", .integer(Int64(wish.rating.likelihood)))
    set(flag.id, "impact", .integer(Int64(wish.rating.impact)))
  }

  private mutating func close(_ flag: Flag, _ rule: String) {
    decide(flag.id, "close", .closed, rule, "its cause is gone")
    set(flag.id, "closed-by-rule", .truth(true))
  }

  /// Puts what a rule did to a flag on record, in the rule's name. Its id follows from that: two
  /// offices that find the same write the same.
  private mutating func decide(
    _ flag: RecordID, _ choice: String, _ status: FlagStatus, _ rule: String, _ reason: String
  ) {
    let at = context.now.milliseconds
    draft.new(
      .derived(.decision, from: [rule, flag.text, choice, String(at)]),
      [
        "subject": .text(flag.text), "choice": .text(choice), "by": .text(Self.author),
        "at": .integer(at), "reason": .text(reason), "details": .text(rule),
      ], derived: true)
    set(flag, "status", .text(status.rawValue))
    set(flag, "decided", .integer(at))
    set(flag, "until", nil)
    set(flag, "escalated-to", nil)
  }

  /// Gives a field a value, where it will not have it anyway: what the change itself does, such as an
  /// undo, stands as it is.
  private mutating func set(_ id: RecordID, _ field: String, _ value: FieldValue?) {
    guard after.value(id, field) != value else { return }
    draft.set(id, field, value)
  }

  /// Who decides where a rule does.
  package static let author = "rule"

  // MARK: New flags

  /// Raises what is to be raised; many of one rule at once become a finding instead.
  private mutating func raise() {
    for rule in RuleCatalogue.rules {
      guard let lines = raised[rule.name] else { continue }
      let sheet = FindingSheet(
        rule.name, lines, in: office, released: released[rule.name] ?? [], today: context.today)
      for line in sheet.raised { raise(line.flag, on: line.partner) }
      sheet.write(to: &draft)
    }
  }

  private mutating func raise(_ flag: RuleFlag, on partner: RecordID) {
    let values: [String: FieldValue?] = [
      "partner": .text(partner.text), "category": .text(flag.category),
      "title": .text(flag.hit.title), "explanation": .text(flag.hit.explanation),
      "likelihood": .integer(Int64(flag.rating.likelihood)),
      "impact": .integer(Int64(flag.rating.impact)), "source": .text("rule"),
      "rule": .text(flag.rule),
      "subject": flag.hit.subject.isEmpty ? nil : .text(flag.hit.subject),
      "facts": .text(flag.facts), "rated-by-rule": .truth(true),
      "status": .text(FlagStatus.open.rawValue),
      "raised": .integer(context.now.milliseconds),
    ]
    draft.bringAbout(flag.id, values)
  }
}
