import ArgumentParser
import ConcordApp

/// `concord bench`
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure this program on this machine.",
    subcommands: [BenchRun.self, BenchCommit.self, BenchGenerate.self],
    defaultSubcommand: BenchRun.self)
}
