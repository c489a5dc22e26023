import ConcordModel

/// A layer whose answers become a command: it comes back, answers and all, where that is refused.
package protocol QuestionLayer: Layer {
  /// The command as it stands.
  var invocation: Invocation { get }

  /// What was wrong with the last try.
  var problem: String? { get set }
}
