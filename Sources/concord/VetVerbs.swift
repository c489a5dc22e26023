import ArgumentParser
import ConcordApp

/// `concord vet`
struct VetVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: VerbFamily.vet.name, abstract: "\(VerbFamily.vet.abstract).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A verb, records, options: see concord vet --help.", valueName: "verb"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(.vet, words, CommonOptions()) }
}
