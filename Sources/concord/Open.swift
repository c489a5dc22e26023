import ArgumentParser
import ConcordApp

/// `concord open`
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open the dashboard.")

  @OptionGroup var common: Common

  @Option(help: ArgumentHelp("The screen in front.", valueName: "name"))
  var screen: String?

  @Option(help: ArgumentHelp("A filter for it.", valueName: "query"))
  var filter: String?

  @Flag(help: "Draw lines and marks in ASCII.")
  var ascii = false

  @Option(help: ArgumentHelp("dark, light or high-contrast.", valueName: "name"))
  var theme: String?

  func run() throws {
    var options = DashboardProgram.Options()
    options.screen = screen
    options.filter = filter
    options.isASCII = ascii
    options.theme = theme
    let status = try DashboardStart.run(options, common.options)
    if status != 0 { throw ExitCode(status) }
  }
}
