import ArgumentParser
import ConcordApp

/// What every subcommand takes.
struct Common: ParsableArguments {
  @Option(help: ArgumentHelp("The store's directory.", valueName: "dir"))
  var store: String?

  @Flag(help: "Write nothing.")
  var readonly = false

  var options: CommonOptions {
    var options = CommonOptions()
    options.store = store
    options.isReadOnly = readonly
    return options
  }
}
