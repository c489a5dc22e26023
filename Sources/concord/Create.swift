import ArgumentParser
import ConcordApp

/// `concord create`
struct Create: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "\(RecordVerb.create.specification.help).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A kind, and options: see concord create KIND --help.", valueName: "kind"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(record: .create, words, CommonOptions()) }
}
