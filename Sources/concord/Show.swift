import ArgumentParser
import ConcordApp

/// `concord show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one record with what belongs to it.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Argument(
    help: ArgumentHelp(
      "Any unique beginning of an id, or a partner's exact name.", valueName: "id"))
  var id: String

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    var page = RecordPage(id)
    page.isJSON = format == .json
    try page.write(common.options)
  }
}
