/// The partners that some operations touch, with what rules read of them, as they will stand: small
/// beside the office, which stays as it is.
struct RuleSketch {
  private var excerpt: Excerpt
  /// How it will stand.
  var after: Workspace { excerpt.workspace }
  /// What the operations touch.
  let touch: RuleTouch
  /// Those that a rule may have something to say of, or has said something of, with the rules that have
  /// to look again.
  private(set) var tasks: [(partner: RecordID, rules: [any Rule.Type])] = []

  init(_ operations: [Operation], in workspace: Workspace, today: Day) {
    touch = RuleTouch(operations, in: workspace)
    excerpt = Excerpt(of: workspace, today: today)
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
    reads.insert(.flag)
    for partner in own { excerpt.copy(partner, with: reads) }
    excerpt.fold(operations)
    var order = own
    for rule in RuleCatalogue.rules {
      let touched = own.filter { rules[$0]?.contains { $0 == rule } ?? false }
      guard !touched.isEmpty else { continue }
      for other in rule.others(touched: touched, in: workspace, after: after) {
        if rules[other] == nil {
          order.append(other)
          excerpt.copy(other, with: reads)
        }
        if !(rules[other]?.contains { $0 == rule } ?? false) {
          rules[other, default: []].append(rule)
        }
      }
    }
    excerpt.finish()
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
}
