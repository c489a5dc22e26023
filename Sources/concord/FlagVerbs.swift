import ArgumentParser
import ConcordApp

/// `concord flag`
struct FlagVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: VerbFamily.flag.name, abstract: "\(VerbFamily.flag.abstract).")

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A verb, flags, options: see concord flag --help.", valueName: "verb"))
  var words: [String] = []

  func run() throws { try VerbProgram.run(.flag, words, CommonOptions()) }
}
