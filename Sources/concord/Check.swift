import ArgumentParser
import ConcordApp

/// `concord check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for what records say against each other, and say what mends it.",
    discussion: """
      Errors are what cannot be, or what the office's rules forbid; warnings are what is hardly meant. \
      The exit status is 2 where something was found. Of the store's files concord doctor speaks, of \
      its hashes concord verify.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    var list = ConsistencyList()
    list.isJSON = format == .json
    try list.write(common.options)
  }
}
