/// A rule as an office has it: its numbers, and the flags that it has raised.
public struct RuleOverview: Sendable {
  /// Its name in the policy.
  public let name: String
  /// When it speaks, in a sentence.
  public let words: String
  /// What the policy says of it; nil where it says nothing, and so the rule says nothing either.
  public let numbers: RulePolicy?
  /// Thresholds that it needs and the policy lacks: without them it says nothing.
  public let missing: [String]
  /// The kinds of record that it reads, besides partners and flags, in the order of the manual.
  public let reads: [RecordKind]
  /// Rows of the flags that it has raised: live ones first, the worst of them first.
  package let flagRows: [Int]
  /// How many of them are live.
  public let liveFlags: Int
  /// Rows of the findings in which it holds flags back, or did: the last one first.
  package let findingRows: [Int]

  /// All rules, in the order of the policy.
  public static func all(in workspace: Workspace) -> [RuleOverview] {
    var rows: [String: [Int]] = [:]
    for row in workspace.rows(.flag) {
      if let rule = Flag(workspace, row).rule { rows[rule, default: []].append(row) }
    }
    let findings = Dictionary(
      grouping: workspace.rows(.finding).map { Finding(workspace, $0) }, by: \.rule)
    return RuleCatalogue.rules.map {
      RuleOverview($0, rows[$0.name] ?? [], findings[$0.name] ?? [], workspace)
    }
  }

  private init(
    _ rule: any Rule.Type, _ rows: [Int], _ findings: [Finding], _ workspace: Workspace
  ) {
    name = rule.name
    words = rule.words
    let numbers = workspace.policy.rule(rule.name)
    self.numbers = numbers
    missing = rule.thresholds.filter { numbers?.thresholds[$0]?.isEmpty ?? true }
    reads = workspace.fields.schemas.map(\.kind).filter { rule.reads.contains($0) }
    let flags = rows.map { Place(Flag(workspace, $0)) }
    liveFlags = flags.filter(\.isLive).count
    flagRows = flags.sorted(by: Place.precedes).map(\.row)
    findingRows = findings.sorted { $0.order > $1.order }.map(\.row)
  }

  /// Where a flag stands among those of its rule.
  private struct Place {
    let row: Int
    let id: RecordID
    let isLive: Bool
    let level: Int
    let score: Double

    init(_ flag: Flag) {
      row = flag.row
      id = flag.id
      isLive = flag.status.isLive
      let figure = flag.figure
      level = figure?.residualLevel.rawValue ?? -1
      score = figure?.score ?? 0
    }

    static func precedes(_ left: Place, _ right: Place) -> Bool {
      if left.isLive != right.isLive { return left.isLive }
      if left.level != right.level { return left.level > right.level }
      return left.score != right.score ? left.score > right.score : left.id < right.id
    }
  }
}
