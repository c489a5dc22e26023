/// Why a change is not on disk. The user's input stays; the state is as before.
public enum CommitFailure: Error, Hashable, Sendable {
  /// The command was refused.
  case refused(CommandError)
  /// The store could not write: a sentence that says what, where and what to do.
  case store(String)

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .refused(let error): error.sentence
    case .store(let sentence): sentence
    }
  }
}
