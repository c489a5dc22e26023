import ArgumentParser
import ConcordApp

/// `concord review`
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List pairs of partners that may be the same, or settle one.")

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("same or different; nothing lists the pairs.", valueName: "answer"))
  var answer: String?

  @Argument(
    help: ArgumentHelp("Both partners, or the id of the pair.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Option(help: "table, csv, tsv, json or jsonl.")
  var format = OutputFormat.table

  func run() throws {
    if let answer {
      try PairReview.settle(answer, ids, reason: reason, common.options)
    } else {
      try PairReview.list(format, common.options)
    }
  }
}
