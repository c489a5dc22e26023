import ConcordCanvas
import ConcordJSON
import ConcordModel

/// The rules that raise flags by themselves, in text or JSON: `concord rules`.
public struct RulesReport: Sendable {
  /// The rule to explain; nil for a list of all.
  public var rule: String?
  /// Whether it is written as JSON.
  public var isJSON = false

  /// The list of all rules.
  public init() {}

  /// Writes it on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let workspace = session.workspace
    let all = RuleOverview.all(in: workspace)
    let explained = try rule.map { name throws(CommandLineFailure) in try Self.named(name, all) }
    var output = StandardOutput.output
    if isJSON {
      let document = RulesDocument(workspace)
      try output.bytes(explained.map { document.explain($0) } ?? document.list(all))
      try output.line()
    } else if let explained {
      try Self.explain(explained, workspace, to: &output)
    } else {
      try Self.list(all, workspace, to: &output)
    }
    try output.flush()
  }

  private static func named(
    _ name: String, _ all: [RuleOverview]
  ) throws(CommandLineFailure) -> RuleOverview {
    if let rule = all.first(where: { $0.name == name }) { return rule }
    let near = NearestName.of(name, among: all.map(\.name))
    throw CommandLineFailure(
      .usage,
      "no rule “\(Text.visible(name))”"
        + (near.map { ": do you mean \($0)?" } ?? "; concord rules lists all of them"))
  }

  // MARK: Text

  /// The columns that sentences are wrapped to.
  private static let width = 100

  private static func list(
    _ rules: [RuleOverview], _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    var table = TextTable(
      [
        TextTable.Column(head: "rule"), TextTable.Column(head: "category"),
        TextTable.Column(head: "live", isRight: true), TextTable.Column(head: "L,I"),
        TextTable.Column(head: "numbers"),
      ], widest: 60)
    for rule in rules {
      table.add([
        rule.name, category(rule, workspace), String(rule.liveFlags), ratings(rule),
        silence(rule) ?? thresholds(rule),
      ])
    }
    let lines = table.lines()
    if let head = lines.first { try output.line(head) }
    for (line, rule) in zip(lines.dropFirst(), rules) {
      try output.line(line)
      try sentence(rule.words, to: &output)
    }
  }

  private static func explain(
    _ rule: RuleOverview, _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    try output.line(rule.name)
    try sentence(rule.words, to: &output)
    try output.line()
    var table = TextTable(
      [TextTable.Column(head: ""), TextTable.Column(head: "")], widest: width)
    table.add(["category", category(rule, workspace)])
    table.add(["likelihood,impact", ratings(rule)])
    for (name, numbers) in sortedThresholds(rule) {
      table.add([name, numbers.map(String.init).joined(separator: ", ")])
    }
    table.add(["reads", rule.reads.map { workspace.fields[$0].plural }.joined(separator: ", ")])
    try table.write(to: &output, hasHead: false)
    if let silence = silence(rule) { try output.line(silence) }
    try output.line()
    let (all, live) = (rule.flagRows.count, rule.liveFlags)
    try output.line(
      all == 0
        ? "It has raised no flag."
        : "It has raised \(Counted.words(all, "flag")), of which \(live) "
          + "\(live == 1 ? "is" : "are") live.")
    for row in rule.findingRows {
      let finding = Finding(workspace, row)
      let state = workspace.catalogues.words(finding.state.rawValue, in: "finding-states")
      try output.line(
        "Finding \(workspace.shortID(finding.id)) of \(finding.day?.text ?? "no day"), \(state): "
          + Counted.words(finding.partners.count, "partner"))
    }
    for row in rule.flagRows { try write(Flag(workspace, row), workspace, to: &output) }
  }

  private static func write(
    _ flag: Flag, _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let level = flag.figure?.residualLevel.words ?? "not rated"
    let status = workspace.catalogues.words(flag.status.rawValue, in: "flag-statuses")
    let partner = flag.partner.map { workspace.title($0) } ?? "nobody"
    try output.line()
    try output.line(
      Text.visible(
        "\(workspace.shortID(flag.id))  \(level), \(status)  \(partner): \(flag.title)"))
    if let explanation = flag.explanation { try sentence(explanation, to: &output) }
  }

  private static func sentence(
    _ text: String, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    for line in TextMeasure.wrapped(Text.visible(text), to: width - 2) {
      try output.line("  " + line)
    }
  }

  private static func category(_ rule: RuleOverview, _ workspace: Workspace) -> String {
    [rule.numbers?.category, rule.numbers?.reverseCategory].compactMap { $0?.rawValue }
      .map { workspace.catalogues.short($0, in: "categories") }.joined(separator: "/")
  }

  private static func ratings(_ rule: RuleOverview) -> String {
    (rule.numbers?.ratings ?? []).map { "\($0.likelihood),\($0.impact)" }.joined(separator: " ")
  }

  private static func thresholds(_ rule: RuleOverview) -> String {
    sortedThresholds(rule)
      .map { $0 + " " + $1.map(String.init).joined(separator: ", ") }.joined(separator: "; ")
  }

  private static func sortedThresholds(_ rule: RuleOverview) -> [(String, [Int])] {
    (rule.numbers?.thresholds ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Why it says nothing.
  private static func silence(_ rule: RuleOverview) -> String? {
    if rule.numbers == nil { return "says nothing: it is not in the policy" }
    if rule.missing.isEmpty { return nil }
    return "says nothing: the policy lacks \(rule.missing.joined(separator: ", "))"
  }
}
