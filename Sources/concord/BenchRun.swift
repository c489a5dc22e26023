import ArgumentParser
import ConcordApp

extension BenchPart: ExpressibleByArgument {}

/// `concord bench`
struct BenchRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measure opening, earlier days, decisions, commits, the filter, checks, an import.",
    discussion: """
      The store of --store is only opened and read; what is written goes into a copy of its own in \
      the temporary directory. With --partners stores are made there instead, one of each size. \
      Medians, in milliseconds.
      """)

  @OptionGroup var common: Common

  @Option(parsing: .unconditional, help: ArgumentHelp("Runs of each.", valueName: "n"))
  var runs = 9

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A made store of so many partners; again for another.", valueName: "n"))
  var partners: [Int] = []

  @Option(
    help: ArgumentHelp(
      "Measure only this: open, journal, filter, triage, checks, past, commit or import; "
        + "again for more.",
      valueName: "part"))
  var only: [BenchPart] = []

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var bench = BenchProgram()
    bench.runs = runs
    bench.sizes = partners
    if !only.isEmpty { bench.parts = Set(only) }
    bench.isJSON = json
    try bench.run(common.options)
  }
}
