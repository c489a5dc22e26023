/// Runs independent pieces of work, at the same time where the process has threads to give: the model
/// itself has none.
package protocol ParallelWork: Sendable {
  /// The results of `body` for 0, 1, … up to `count`, in that order.
  func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result]
}

/// One piece after another.
package struct OneByOne: ParallelWork {
  package init() {}

  package func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    (0..<count).map(body)
  }
}
