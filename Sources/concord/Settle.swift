import ArgumentParser
import ConcordApp

/// `concord settle`
struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List values written at the same time, or choose the one that stays.",
    discussion: """
      Two people who change a field without knowing of each other are both right until somebody \
      chooses: the later value stands, the other is kept beside it.
      """)

  @OptionGroup var common: Common

  @Argument(help: "The record; nothing lists all of them.")
  var record: String?

  @Option(
    help: ArgumentHelp(
      "The number of the value that stays; field=number where several fields are open.",
      valueName: "number"))
  var keep: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Option(help: "table, csv, tsv, json or jsonl.")
  var format = OutputFormat.table

  func run() throws {
    var settling = ConflictSettling()
    settling.record = record
    settling.keep = keep
    settling.reason = reason
    settling.format = format
    try settling.run(common.options)
  }
}
