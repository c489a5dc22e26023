import ArgumentParser
import ConcordApp

/// `concord end`
struct End: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "\(RecordVerb.end.specification.help).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A kind, and options: see concord end KIND --help.", valueName: "kind"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(record: .end, words, CommonOptions()) }
}
