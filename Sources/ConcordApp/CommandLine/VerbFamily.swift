import ConcordModel

/// The verbs of a subcommand such as `flag`, each a row of the table of commands.
public struct VerbFamily: Sendable {
  /// A verb and the command behind it.
  package struct Verb: Sendable {
    package let name: String
    package let specification: CommandSpecification
  }

  /// The subcommand.
  public let name: String
  /// What it is about, in a sentence.
  public let abstract: String
  package let verbs: [Verb]

  private init(_ name: String, _ abstract: String, _ verbs: [(String, String)]) {
    self.name = name
    self.abstract = abstract
    self.verbs = verbs.compactMap { verb, command in
      CommandCatalogue.command(command).map { Verb(name: verb, specification: $0.specification) }
    }
  }

  /// Decisions on flags: every command whose name begins with `flag.`, and the state of treatments.
  public static let flag = VerbFamily(
    "flag", "Raise a flag, or decide one",
    CommandCatalogue.commands.map { $0.specification }.filter { $0.name.hasPrefix("flag.") }
      .map { ($0.verb, $0.name) } + [("treatment", "treatment.set")])

  /// Vetting.
  public static let vet = VerbFamily(
    "vet", "Open, do and decide vetting; move a partner to another stage",
    [
      ("open", "case.open"), ("task", "task.set"), ("pass", "task.pass"), ("fail", "task.fail"),
      ("waive", "task.waive"), ("assign", "task.assign"), ("reopen", "task.reopen"),
      ("decide", "case.decide"), ("stage", "partner.stage"),
    ])

  /// What rules found at many partners at once.
  public static let finding = VerbFamily(
    "finding", "Raise, plan or silence what a rule found at many partners",
    ["raise", "plan", "silence"].map { ($0, "finding." + $0) })

  package func verb(_ name: String) throws(CommandLineFailure) -> Verb {
    if let verb = verbs.first(where: { $0.name == name }) { return verb }
    let known = verbs.map(\.name).joined(separator: ", ")
    throw CommandLineFailure(
      .usage, "concord \(self.name) has no \(Text.visible(name)); it has \(known)")
  }
}
