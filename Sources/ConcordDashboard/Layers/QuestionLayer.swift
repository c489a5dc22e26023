import ConcordModel

/// A layer whose answers become a command: it comes back, answers and all, where that is refused.
package protocol QuestionLayer: Layer {
  /// The command as it stands.
  var invocation: Invocation { get }

  /// What was wrong with the last try.
  var problem: String? { get set }

  /// Takes up why the command was refused.
  mutating func take(_ failure: CommitFailure)
}

extension QuestionLayer {
  package mutating func take(_ failure: CommitFailure) { problem = failure.sentence }
}
