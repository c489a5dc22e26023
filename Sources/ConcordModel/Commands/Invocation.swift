/// A command with what it acts on and its answers, as keys, palette and command line all give them.
public struct Invocation: Hashable, Sendable {
  /// The command's name.
  public var command: String
  /// What it acts on.
  public var subjects: [RecordID]
  /// Answers by the parameter's name, as people type them.
  public var answers: [String: [String]]

  /// A command to run.
  public init(_ command: String, on subjects: [RecordID] = [], _ answers: [String: String] = [:]) {
    self.command = command
    self.subjects = subjects
    self.answers = answers.mapValues { [$0] }
  }
}
