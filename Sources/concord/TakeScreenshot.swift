import ArgumentParser
import ConcordApp

/// `concord screenshot`
struct TakeScreenshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screenshot", abstract: "Draw a screen without a terminal; nothing is written.")

  @OptionGroup var common: Common

  @Option(help: ArgumentHelp("The screen.", valueName: "name"))
  var screen: String

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "size"))
  var size = "120x40"

  @Option(help: "text, ansi or html.")
  var format = Screenshot.Format.text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Keys to type first, such as 'jj<Enter>'.", valueName: "keys"))
  var keys = ""

  @Option(parsing: .unconditional, help: ArgumentHelp("A filter first.", valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("dark, light or high-contrast.", valueName: "name"))
  var theme: String?

  @Flag(help: "Write the screen as lines to be read one after the other.")
  var linear = false

  @Flag(help: "Draw lines and marks in ASCII.")
  var ascii = false

  func run() throws {
    var screenshot = Screenshot(screen: screen)
    screenshot.size = size
    screenshot.format = format
    screenshot.keys = keys
    screenshot.filter = filter
    screenshot.theme = theme
    screenshot.isASCII = ascii
    screenshot.isLinear = linear
    try screenshot.write(common.options)
  }
}
