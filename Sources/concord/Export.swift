import ArgumentParser
import ConcordApp

/// `concord export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write all fields of records, so that an import gives them back.")

  @OptionGroup var common: Common

  @Option(help: ArgumentHelp("A kind of record. (default: partners)", valueName: "kind"))
  var kind: String?

  @Argument(
    help: ArgumentHelp("A filter; without --kind a kind may stand first.", valueName: "query"))
  var query: [String] = []

  @Option(help: "csv, tsv, json or jsonl.")
  var format = OutputFormat.csv

  @Option(help: ArgumentHelp("A file, put in place when it is whole.", valueName: "file"))
  var out: String?

  func run() throws {
    var list = RecordList(kind: kind, words: query)
    list.format = format
    try RecordExport(list, path: out).write(common.options)
  }
}
