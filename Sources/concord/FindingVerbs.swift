import ArgumentParser
import ConcordApp

/// `concord finding`
struct FindingVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: VerbFamily.finding.name, abstract: "\(VerbFamily.finding.abstract).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A verb, records, options: see concord finding --help.", valueName: "verb"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(.finding, words, CommonOptions()) }
}
