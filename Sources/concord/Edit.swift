import ArgumentParser
import ConcordApp

/// `concord edit`
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "\(RecordVerb.edit.specification.help).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A kind, and options: see concord edit KIND --help.", valueName: "kind"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(record: .edit, words, CommonOptions()) }
}
