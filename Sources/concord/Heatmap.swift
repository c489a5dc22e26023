import ArgumentParser
import ConcordApp
import ConcordModel

/// `concord heatmap`
struct Heatmap: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Count live flags in a heatmap.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
  }

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("A filter of flags or of their partners.", valueName: "query"))
  var query: [String] = []

  @Option(help: "matrix, category-kind or partner-category.")
  var by = HeatmapTable.Form.matrix

  @Option(help: "inherent, residual or target.")
  var risk = RiskView.residual

  @Option(help: "table or json.")
  var format = Format.table

  func run() throws {
    var report = HeatmapReport()
    report.query = query.joined(separator: " ")
    report.form = by
    report.risk = risk
    report.isJSON = format == .json
    try report.write(common.options)
  }
}
