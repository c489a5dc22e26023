import ConcordModel

/// What the words of a command line ask for, before any subcommand reads its own.
public struct SubcommandWords: Sendable {
  private let names: [String]
  private let ownHelp: [String]

  /// - Parameters:
  ///   - names: the subcommands.
  ///   - ownHelp: those whose help comes from the tables, for each of their verbs or kinds.
  public init(_ names: [String], ownHelp: [String]) {
    self.names = names
    self.ownHelp = ownHelp
  }

  /// The arguments with common options behind the subcommand, and `help flag accept` as
  /// `flag accept --help`.
  /// - Throws: a failure where the first word is no subcommand.
  public func arguments(_ arguments: [String]) throws(CommandLineFailure) -> [String] {
    let moved = LeadingOptions.moved(arguments, subcommands: names + ["help"])
    let rest = LeadingOptions.behind(arguments)
    guard let first = rest.first, !first.hasPrefix("-") else { return moved }
    if names.contains(first) { return moved }
    guard first == "help" else { throw unknown(first) }
    guard let topic = rest.dropFirst().first, !topic.hasPrefix("-") else { return moved }
    guard names.contains(topic) || topic == "help" else { throw unknown(topic) }
    return ownHelp.contains(topic) ? rest.dropFirst() + ["--help"] : Array(rest)
  }

  private func unknown(_ name: String) -> CommandLineFailure {
    let near = NearestName.of(name.lowercased(), among: names)
    return CommandLineFailure(
      .usage,
      "no command “\(Text.visible(name))”"
        + (near.map { ": do you mean \($0)?" } ?? "; concord help lists all of them"))
  }
}
