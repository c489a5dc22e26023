/// The partners that some operations touch, with what rules read of them, as they will stand: small
/// beside the office, which stays as it is.
struct RuleSketch {
  /// What the operations touch.
  let touch: RuleTouch
  /// How it will stand.
  private(set) var after: Workspace
  /// Those that a rule may have something to say of, or has said something of, with the rules that have
  /// to look again.
  private(set) var tasks: [(partner: RecordID, rules: [any Rule.Type])] = []

  init(_ operations: [Operation], in workspace: Workspace, today: Day) {
    touch = RuleTouch(operations, in: workspace)
    after = Workspace(
      office: workspace.office, today: today, policy: workspace.policy,
      catalogues: workspace.catalogues, fields: workspace.fields)
    let touch = touch
    // An import of prospects, and most of what people write, ends here.
    let own = touch.partners.filter { Self.isLookedAt($0, touch, workspace) }
    guard !own.isEmpty else { return }
    var rules: [RecordID: [any Rule.Type]] = [:]
    var reads: Set<RecordKind> = []
    for partner in own {
      let concerned = RuleCatalogue.rules.filter { touch.concerns($0, partner) }
      rules[partner] = concerned
      for rule in concerned { reads.formUnion(rule.reads) }
    }
    for partner in own { copy(partner, reads, from: workspace) }
    let line = LineID("0000", 2)
    for operation in operations { after.fold(operation, line: line, time: 2) }
    after.finishChange()
    var order = own
    for rule in RuleCatalogue.rules {
      let touched = own.filter { rules[$0]?.contains { $0 == rule } ?? false }
      guard !touched.isEmpty else { continue }
      for other in rule.others(touched: touched, in: workspace, after: after) {
        if rules[other] == nil {
          order.append(other)
          copy(other, reads, from: workspace)
        }
        if !(rules[other]?.contains { $0 == rule } ?? false) {
          rules[other, default: []].append(rule)
        }
      }
    }
    after.finishChange()
    tasks = order.compactMap { partner in rules[partner].map { (partner, $0) } }
  }

  /// Whether a partner is, or will be, one that rules look at, or one of whom they have spoken.
  private static func isLookedAt(
    _ id: RecordID, _ touch: RuleTouch, _ workspace: Workspace
  ) -> Bool {
    if let stage = touch.stages[id], RuleScope.isManaged(stage) { return true }
    guard let row = workspace[.partner].row(id.bits) else { return false }
    return RuleScope.isManaged(Partner(workspace, row).stage)
      || workspace.flagRows(partnerRow: row).contains { Flag(workspace, $0).rule != nil }
  }

  /// Takes a partner over, with its flags and all records that the rules read of it.
  private mutating func copy(
    _ partner: RecordID, _ reads: Set<RecordKind>, from workspace: Workspace
  ) {
    guard let row = workspace[.partner].row(partner.bits) else { return }
    copy(.partner, row, from: workspace)
    for field in workspace.references.fields where field.parent == .partner {
      guard field.child == .flag || reads.contains(field.child) else { continue }
      let rows = workspace.references.rows(
        field.child, slot: field.slot, parent: .partner, parentRow: row)
      for child in rows { copy(field.child, child, from: workspace) }
    }
  }

  /// What is gone comes along as such: an operation may bring it back.
  private mutating func copy(_ kind: RecordKind, _ row: Int, from workspace: Workspace) {
    let id = workspace[kind].id(row)
    guard after[kind].row(id.bits) == nil else { return }
    let line = LineID("0000", 1)
    let values = workspace.values(kind, row: row)
    after.fold(.new(id, values, derived: false), line: line, time: 1)
    if !workspace.contains(id) { after.fold(.delete(id), line: line, time: 1) }
  }
}
