import ArgumentParser
import ConcordApp

/// `concord demo`
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a fictional office with 18 months of history, and open it.",
    discussion: """
      It is made beside the default store, which is never touched, by the commands that people use. \
      The same seed and CONCORD_NOW give the same office.
      """)

  @OptionGroup var common: Common

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Partners, \(DemoOffice.sizes.lowerBound) to \(DemoOffice.sizes.upperBound).", valueName: "n")
  )
  var partners = 120

  @Option(parsing: .unconditional, help: ArgumentHelp("What chance goes by.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("Where it is made: a directory that does not exist.", valueName: "dir"))
  var at: String?

  @Flag(help: "Do not open the dashboard.")
  var noOpen = false

  func run() throws {
    var demo = DemoOffice()
    demo.partners = partners
    demo.seed = seed
    demo.path = at
    demo.isOpened = !noOpen
    let status = try demo.run(common.options)
    if status != 0 { throw ExitCode(status) }
  }
}
