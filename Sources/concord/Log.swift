import ArgumentParser
import ConcordApp

/// `concord log`
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show changes, the newest first.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Option(help: ArgumentHelp("Only changes of this record.", valueName: "id"))
  var record: String?

  @Option(help: ArgumentHelp("Only this author's changes.", valueName: "author"))
  var by: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    var log = ChangeLog()
    log.record = record
    log.author = by
    log.limit = limit
    log.format = format == .json ? .json : .table
    try log.write(common.options)
  }
}
