import ArgumentParser
import ConcordApp

/// `concord policy`
struct PolicyVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Show the office's policy and catalogues, or make files its own.",
    subcommands: [PolicyShowing.self, PolicyImporting.self])
}
