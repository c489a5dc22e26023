import ArgumentParser
import ConcordApp

/// `concord rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules that raise flags by themselves, or explain one.",
    discussion: """
      The dashboard lets the rules look at each new day by itself; --run does the same from the shell. What \
      they raise is one change: ids of new flags and findings go to standard output.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var common: Common

  @Option(
    help: ArgumentHelp(
      "When the rule speaks, its numbers, and the flags that it has raised.", valueName: "rule"))
  var explain: String?

  @Flag(name: .customLong("run"), help: "Let the rules look at today, and write what they find.")
  var isRun = false

  @Flag(help: "With --run: say what they would find, and write nothing.")
  var dryRun = false

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws {
    if isRun, explain != nil { throw ValidationError("--run and --explain do not go together.") }
    if dryRun, !isRun { throw ValidationError("--dry-run needs --run.") }
  }

  func run() throws {
    if isRun {
      var running = RulesRunning()
      running.isDryRun = dryRun
      running.isJSON = format == .json
      return try running.run(common.options)
    }
    var report = RulesReport()
    report.rule = explain
    report.isJSON = format == .json
    try report.write(common.options)
  }
}
