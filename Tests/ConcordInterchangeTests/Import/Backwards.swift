import ConcordModel

/// Runs pieces of work in the wrong order, the last first: the worst that threads could do.
struct Backwards: ParallelWork {
  func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    Array((0..<count).reversed().map(body).reversed())
  }
}
