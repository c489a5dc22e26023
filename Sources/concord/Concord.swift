import ArgumentParser
import ConcordApp
import ConcordModel

/// The program: what it is called with becomes a subcommand, and what goes wrong a sentence on
/// standard error with an exit status.
@main
struct Concord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord",
    abstract: "Partners, what they bring, what may go wrong, and what is done about it.",
    discussion: """
      Without a subcommand the dashboard opens. Records are named by any unique beginning of their \
      id, partners also by their exact name.

      CONCORD_STORE and CONCORD_AUTHOR say where and who; NO_COLOR is heeded. CONCORD_NOW (ISO 8601 \
      in UTC) and CONCORD_SEED make a run repeatable.
      """,
    version: ProgramVersion.text,
    subcommands: [
      Open.self, Init.self, Demo.self, Import.self, Export.self, List.self, Show.self,
      Heatmap.self, Rules.self, FlagVerbs.self, VetVerbs.self, FindingVerbs.self, Create.self,
      Edit.self, End.self, Review.self, Settle.self, Check.self, PolicyVerbs.self, Log.self,
      Undo.self, Redo.self, Redact.self, Verify.self, Doctor.self, TakeScreenshot.self, Keys.self,
      TakeReplay.self, Bench.self,
    ],
    defaultSubcommand: Open.self)

  static func main() {
    ProgramEnd.quietlyOnClosedPipes()
    ProgramEnd.notOnFileLimits()
    do {
      let words = SubcommandWords(
        configuration.subcommands.map(name(of:)),
        ownHelp: [
          FlagVerbs.self, VetVerbs.self, FindingVerbs.self, Create.self, Edit.self, End.self,
        ].map(name(of:)))
      var command = try parseAsRoot(
        words.arguments(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let failure as CommandLineFailure {
      if !failure.sentence.isEmpty { StandardOutput.say("concord: \(failure.sentence)") }
      ProgramEnd.now(failure)
    } catch {
      end(with: error)
    }
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  /// Help on standard output; wrong usage on standard error, with what a terminal could obey made
  /// visible.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      print(message)
    } else if !message.isEmpty {
      StandardOutput.say(message)
    }
    exit(withError: code)
  }
}
