import ArgumentParser
import ConcordApp

/// `concord bench generate`
struct BenchGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a store of a wanted size, with made-up records.")

  @OptionGroup var common: Common

  @Option(parsing: .unconditional, help: ArgumentHelp("Partners.", valueName: "n"))
  var partners = 10_000

  @Option(parsing: .unconditional, help: ArgumentHelp("Flags.", valueName: "n"))
  var flags = 50_000

  @Option(parsing: .unconditional, help: ArgumentHelp("Tasks.", valueName: "n"))
  var tasks = 30_000

  @Option(parsing: .unconditional, help: ArgumentHelp("What chance goes by.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Where it is made: a directory that does not exist.", valueName: "dir"))
  var at: String

  func run() throws {
    var office = BenchOffice(at: at)
    office.partners = partners
    office.flags = flags
    office.tasks = tasks
    office.seed = seed
    try office.run(common.options)
  }
}
