import ConcordModel
import ConcordStore
import Glibc

/// Why a subcommand ends without having done what was asked: its status and one sentence.
public struct CommandLineFailure: Error, Hashable, Sendable {
  /// Exit statuses, as the command line promises them.
  public enum Status: Int32, Sendable {
    /// It failed, and nothing is half done.
    case failed = 1
    /// It looked, and found something.
    case found = 2
    /// It was called in a way that it does not understand (EX_USAGE of sysexits.h).
    case usage = 64
  }

  /// The status that the program ends with.
  public let status: Status
  /// What happened and what to do; empty where the output has said it.
  public let sentence: String

  package init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  package init(_ error: CommandError) {
    let error = Self.inTypedWords(error)
    switch error {
    case .unknownCommand, .missing, .unknownParameter, .invalid, .noSubject, .field:
      self.init(.usage, error.sentence)
    case .unknownRecord, .ambiguous, .wrongKind, .obstacle, .unknownPerson, .policy, .nothingToDo:
      self.init(.failed, error.sentence)
    }
  }

  /// The error with its command as it is typed: `flag.accept` is `concord flag accept`.
  private static func inTypedWords(_ error: CommandError) -> CommandError {
    func typed(_ command: String) -> String {
      for family in [VerbFamily.flag, .vet] {
        if let verb = family.verbs.first(where: { $0.specification.name == command }) {
          return "concord \(family.name) \(verb.name)"
        }
      }
      let verbs = [RecordVerb.create, .edit, .end]
      let verb = verbs.first { $0.specification.name == command }
      return verb.map { "concord \($0.rawValue)" } ?? command
    }
    return switch error {
    case .missing(let parameter, let command):
      .missing(parameter: parameter, command: typed(command))
    case .unknownParameter(let name, let command, let known):
      .unknownParameter(name, command: typed(command), known: known)
    case .noSubject(let command): .noSubject(command: typed(command))
    default: error
    }
  }

  init(_ failure: ScratchDirectory.Failure) {
    self.init(
      .failed,
      "no directory could be made in \(failure.parent): \(String(cString: strerror(failure.code)))")
  }

  package init(_ failure: CommitFailure) {
    switch failure {
    case .refused(let error): self.init(error)
    case .store: self.init(.failed, failure.sentence)
    }
  }

  package init(_ problem: FilterProblem) { self.init(.usage, problem.sentence) }

  package init(_ error: StoreError) { self.init(.failed, error.sentence) }
}
