import ArgumentParser
import ConcordApp

/// `concord policy show`
struct PolicyShowing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Write the policy or a catalogue in force, in the form that import reads.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("policy, or a catalogue such as kinds.", valueName: "name"))
  var name: String?

  @Option(help: "text, an entry a line; or json, all on one line.")
  var format = Format.text

  func run() throws {
    var show = PolicyShow()
    if let name { show.name = name }
    show.isOneLine = format == .json
    try show.write(common.options)
  }
}
