import ArgumentParser
import ConcordApp

/// `concord policy import`
struct PolicyImporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make files the office's own policy and catalogues.",
    discussion: """
      A file is a policy or a catalogue, as concord policy show writes it. A catalogue is replaced whole; \
      of a policy, what a file says nothing of stays as it is. What records hold cannot be taken away. \
      Each day is judged by the policy that it had; concord undo brings the one before back.
      """)

  @OptionGroup var common: Common

  @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Check, and say what would change; change nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  func run() throws {
    var program = PolicyImportProgram(files)
    program.isDryRun = dryRun
    program.reason = reason
    try program.run(common.options)
  }
}
