/// What the rules make of a change: flags that they raise, bring up to date, open again and close, as
/// operations of the same transaction.
package struct RuleRun {
  private let context: CommandContext
  private let office: Workspace
  private let after: Workspace
  private let tallies: RuleTallies
  private var draft: Draft
  /// Flags to be raised, by rule.
  private var raised: [String: [(flag: RuleFlag, partner: RecordID)]] = [:]

  /// Operations with those of the rules behind them.
  package static func extended(
    _ operations: [Operation], in workspace: Workspace, _ context: CommandContext
  ) -> [Operation] {
    let sketch = RuleSketch(operations, in: workspace, today: context.today)
    guard !sketch.partners.isEmpty else { return operations }
    var run = RuleRun(
      context, office: workspace, after: sketch.after,
      Draft(workspace, context, continuing: operations))
    for partner in sketch.partners { run.judge(partner) }
    run.raise()
    return run.draft.operations
  }

  /// What the turn of a day brings about, in the whole office.
  package static func daily(_ workspace: Workspace, _ context: CommandContext) -> [Operation] {
    var workspace = workspace
    workspace.today = context.today
    var run = RuleRun(
      context, office: workspace, after: workspace, Draft(workspace, context))
    let table = workspace[.partner]
    for row in workspace.rows(.partner) { run.judge(table.id(row)) }
    run.raise()
    return run.draft.operations
  }

  private init(
    _ context: CommandContext, office: Workspace, after: Workspace, _ draft: Draft
  ) {
    self.context = context
    self.office = office
    self.after = after
    tallies = RuleTallies(office: office, after: after)
    self.draft = draft
  }

  // MARK: One partner

  /// Compares what the rules want with the flags that they have raised.
  private mutating func judge(_ partner: RecordID) {
    guard let row = after.row(partner) else { return }
    let wanted = wanted(row)
    var known: Set<RecordID> = []
    for flagRow in after.flagRows(partnerRow: row) {
      let flag = Flag(after, flagRow)
      guard let rule = flag.rule, RuleCatalogue.rule(rule) != nil else { continue }
      known.insert(flag.id)
      if let wish = wanted[flag.id] {
        bringUpToDate(flag, wish)
      } else if flag.status.isLive {
        close(flag, rule)
      }
    }
    for (id, wish) in wanted where !known.contains(id) {
      raised[wish.rule, default: []].append((wish, partner))
    }
  }

  private func wanted(_ row: Int) -> [RecordID: RuleFlag] {
    guard RuleScope.isManaged(Partner(after, row).stage) else { return [:] }
    var wanted: [RecordID: RuleFlag] = [:]
    for rule in RuleCatalogue.rules {
      guard let numbers = office.policy.rule(rule.name) else { continue }
      let scope = RuleScope(
        workspace: after, row: row, today: context.today, now: context.now,
        numbers: numbers, tallies: tallies)
      for hit in rule.hits(scope) {
        guard let flag = RuleFlag(hit, scope, office.policy) else { continue }
        wanted[flag.id] = flag
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
      draft.set(flag.id, "closed-by-rule", nil)
    }
    draft.set(flag.id, "facts", .text(wish.facts))
    draft.set(flag.id, "title", .text(wish.hit.title))
    draft.set(flag.id, "explanation", .text(wish.hit.explanation))
    draft.set(flag.id, "category", .text(wish.category))
    guard flag.isRatedByRule else { return }
    draft.set(flag.id, "likelihood", .integer(Int64(wish.rating.likelihood)))
    draft.set(flag.id, "impact", .integer(Int64(wish.rating.impact)))
  }

  private mutating func close(_ flag: Flag, _ rule: String) {
    decide(flag.id, "close", .closed, rule, "its cause is gone")
    draft.set(flag.id, "closed-by-rule", .truth(true))
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
    draft.set(flag, "status", .text(status.rawValue))
    draft.set(flag, "decided", .integer(at))
    draft.set(flag, "until", nil)
    draft.set(flag, "escalated-to", nil)
  }

  /// Who decides where a rule does.
  private static let author = "rule"

  // MARK: New flags

  /// Raises what is to be raised; many of one rule at once become a finding instead.
  private mutating func raise() {
    for rule in RuleCatalogue.rules {
      guard let all = raised[rule.name] else { continue }
      for (flag, partner) in all { raise(flag, on: partner) }
    }
  }

  private mutating func raise(_ flag: RuleFlag, on partner: RecordID) {
    draft.new(
      flag.id,
      [
        "partner": .text(partner.text), "category": .text(flag.category),
        "title": .text(flag.hit.title), "explanation": .text(flag.hit.explanation),
        "likelihood": .integer(Int64(flag.rating.likelihood)),
        "impact": .integer(Int64(flag.rating.impact)), "source": .text("rule"),
        "rule": .text(flag.rule),
        "subject": flag.hit.subject.isEmpty ? nil : .text(flag.hit.subject),
        "facts": .text(flag.facts), "rated-by-rule": .truth(true),
        "status": .text(FlagStatus.open.rawValue),
        "raised": .integer(context.now.milliseconds),
      ], derived: true)
  }
}
