/// How far long work has come.
public struct Progress: Hashable, Sendable {
  /// What is being done, such as "reading dotgov.csv".
  public let what: String
  /// Steps done.
  public let done: Int
  /// Steps in all; nil where nobody knows yet.
  public let total: Int?

  /// Some progress.
  public init(_ what: String, done: Int, total: Int?) {
    self.what = what
    self.done = done
    self.total = total
  }
}
