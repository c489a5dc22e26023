import ArgumentParser
import ConcordApp

/// `concord bench`
struct BenchRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure opening, commits, the filter and an import.",
    discussion: """
      The store of --store is only opened and read; what is written goes into a copy of its own in \
      the temporary directory. Medians, in milliseconds.
      """)

  @OptionGroup var common: Common

  @Option(parsing: .unconditional, help: ArgumentHelp("Runs of each.", valueName: "n"))
  var runs = 9

  @Flag(help: "Also open without the cache: all hashes, the whole fold.")
  var journal = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var bench = BenchProgram()
    bench.runs = runs
    bench.opensJournal = journal
    bench.isJSON = json
    try bench.run(common.options)
  }
}
