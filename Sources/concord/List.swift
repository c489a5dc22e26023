import ArgumentParser
import ConcordApp
import ConcordModel

/// `concord list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List records of a kind, or changes.",
    discussion: """
      KIND is one of \(FieldTable.standard.schemas.map(\.plural).joined(separator: ", ")), or changes. \
      A filter is made of words, field:value, comparisons (tier<=2), -term for not, a | b for or, and \
      "a phrase". Put -- before a filter that begins with a dash.
      """)

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("What to list.", valueName: "kind"))
  var kind: String

  @Argument(help: ArgumentHelp("A filter.", valueName: "query"))
  var query: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A field; with - in front the greatest first.", valueName: "field"))
  var sort: String?

  @Option(help: ArgumentHelp("Columns, separated by commas.", valueName: "a,b,c"))
  var columns: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: "table, csv, tsv, json or jsonl.")
  var format = OutputFormat.table

  func run() throws {
    var list = RecordList(kind: kind)
    list.query = query.joined(separator: " ")
    list.sort = sort
    list.columns = columns?.split(separator: ",").map { String($0) }
    list.limit = limit
    list.format = format
    try list.write(common.options)
  }
}
