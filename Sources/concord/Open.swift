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

  @Flag(
    help: ArgumentHelp(
      "Lines instead of a picture, for screen readers and plain terminals.",
      discussion: """
        The whole screen is written first and at ^L; after each key one line says what is selected \
        or has changed.
        """))
  var linear = false

  @Flag(help: "Draw lines and marks in ASCII.")
  var ascii = false

  @Option(help: ArgumentHelp("dark, light or high-contrast.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Take down each key in a file before it acts, to replay a fault.",
      discussion: """
        All that is typed and pasted stands in it, reasons and notes too. A key log that is there \
        already is gone on with; any other file is left as it is. concord replay reads it.
        """,
      valueName: "file"))
  var keylog: String?

  func run() throws {
    var options = DashboardProgram.Options()
    options.screen = screen
    options.filter = filter
    options.isLinear = linear
    options.isASCII = ascii
    options.theme = theme
    options.keyLog = keylog
    let status = try DashboardStart.run(options, common.options)
    if status != 0 { throw ExitCode(status) }
  }
}
