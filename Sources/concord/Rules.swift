import ArgumentParser
import ConcordApp

/// `concord rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules that raise flags by themselves, or explain one.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Option(
    help: ArgumentHelp(
      "When the rule speaks, its numbers, and the flags that it has raised.", valueName: "rule"))
  var explain: String?

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    var report = RulesReport()
    report.rule = explain
    report.isJSON = format == .json
    try report.write(common.options)
  }
}
