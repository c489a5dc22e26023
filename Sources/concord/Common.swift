import ArgumentParser
import ConcordApp

/// What every subcommand takes.
struct Common: ParsableArguments {
  @Option(help: ArgumentHelp("The store's directory.", valueName: "dir"))
  var store: String?

  @Flag(help: "Write nothing.")
  var readonly = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The office as it was at the end of a day.", valueName: "day"))
  var asOf: String?

  var options: CommonOptions {
    var options = CommonOptions()
    options.store = store
    options.isReadOnly = readonly
    options.asOf = asOf
    return options
  }
}
