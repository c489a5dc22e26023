import ArgumentParser
import ConcordApp

/// `concord bench commit`
struct BenchCommit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit", abstract: "Make many small changes, and tell how long each took.",
    discussion: """
      To be started several times at once on one store that is made for it: the changes stay in it, \
      a partner called Bench County and a note for each. \
      Milliseconds from the wish to the acknowledgment, the wait for the lock included, as JSON.
      """)

  @OptionGroup var common: Common

  @Option(parsing: .unconditional, help: ArgumentHelp("Changes.", valueName: "n"))
  var count = 500

  func run() throws {
    var bench = BenchCommitting()
    bench.count = count
    try bench.run(common.options)
  }
}
