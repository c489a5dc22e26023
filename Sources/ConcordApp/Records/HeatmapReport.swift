import ConcordInterchange
import ConcordJSON
import ConcordModel

/// The heatmap in text or JSON: `concord heatmap`.
public struct HeatmapReport: Sendable {
  /// A filter of flags; fields of their partners work too.
  public var query = ""
  /// What stands in rows and columns.
  public var form = HeatmapTable.Form.matrix
  /// Which ratings are counted.
  public var risk = RiskView.residual
  /// Whether it is written as JSON.
  public var isJSON = false

  /// The matrix of all live flags.
  public init() {}

  /// Writes it on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let workspace = session.workspace
    let plan = FilterPlan(Filter(query), kind: .flag, in: workspace, me: session.actor.person)
    if let problem = plan.problems.first { throw CommandLineFailure(problem) }
    let heatmap = HeatmapTable(form, risk: risk, filter: plan, in: workspace)
    var output = StandardOutput.output
    if isJSON {
      try output.bytes(Self.json(heatmap))
      try output.line()
    } else {
      try Self.writeText(heatmap, to: &output)
    }
    try output.flush()
  }

  // MARK: Text

  private static func writeText(
    _ heatmap: HeatmapTable, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    var table = TextTable(
      [TextTable.Column(head: heatmap.risk.rawValue)]
        + heatmap.columns.map { TextTable.Column(head: $0.words, isRight: true) },
      widest: 44)
    for (row, cells) in zip(heatmap.rows, heatmap.cells) {
      table.add([row.words] + cells.map { text($0) })
    }
    try table.write(to: &output)
    try output.line()
    let percent =
      heatmap.allPartners == 0
      ? ""
      : " (\(Share.percent(heatmap.assessed, of: heatmap.allPartners)) % of "
        + "\(Counted.words(heatmap.allPartners, "partner")))"
    try output.line(
      "\(Counted.words(heatmap.flags, "live flag")) of "
        + "\(Counted.words(heatmap.partners, "partner")); "
        + "\(Counted.words(heatmap.assessed, "partner")) assessed\(percent)")
    if heatmap.unrated > 0 {
      let verb = heatmap.unrated == 1 ? "has" : "have"
      try output.line(
        "\(Counted.words(heatmap.unrated, "live flag")) \(verb) no \(heatmap.risk.rawValue) rating")
    }
  }

  private static func text(_ cell: HeatmapTable.Cell) -> String {
    cell.flags == 0 ? "·" : "\(cell.flags) \(cell.level?.short ?? "")"
  }

  // MARK: JSON

  private static func json(_ heatmap: HeatmapTable) -> [UInt8] {
    var json = JSONWriter()
    func heads(_ name: String, _ heads: [HeatmapTable.Head]) {
      json.key(name)
      json.beginArray()
      for head in heads {
        json.beginObject()
        json.key("key")
        json.string(head.key)
        json.key("words")
        json.string(MachineValue.safe(head.words))
        json.endObject()
      }
      json.endArray()
    }
    func number(_ name: String, _ value: Int) {
      json.key(name)
      json.integer(value)
    }
    json.beginObject()
    number("version", 1)
    json.key("by")
    json.string(heatmap.form.rawValue)
    json.key("risk")
    json.string(heatmap.risk.rawValue)
    heads("rows", heatmap.rows)
    heads("columns", heatmap.columns)
    json.key("cells")
    json.beginArray()
    for row in heatmap.cells {
      json.beginArray()
      for cell in row {
        json.beginObject()
        number("flags", cell.flags)
        json.key("level")
        if let level = cell.level { json.string(level.key) } else { json.null() }
        json.endObject()
      }
      json.endArray()
    }
    json.endArray()
    number("flags", heatmap.flags)
    number("unrated", heatmap.unrated)
    number("partners", heatmap.partners)
    json.key("coverage")
    json.beginObject()
    number("assessed", heatmap.assessed)
    number("partners", heatmap.allPartners)
    json.endObject()
    json.endObject()
    return json.bytes
  }
}
