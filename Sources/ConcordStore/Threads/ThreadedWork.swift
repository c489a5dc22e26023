import ConcordModel
import Glibc
import Synchronization

/// Runs pieces of work on POSIX threads, the calling one among them: a Task or a queue would wake the
/// process once a second for good.
package struct ThreadedWork: ParallelWork {
  /// More would only wait for memory.
  private static let most = 4
  private let threads: Int

  /// As many threads as there are processors.
  package init() {
    threads = min(Self.most, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  package func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1, threads > 1 else { return OneByOne().map(count, body) }
    let pieces = Pieces<Result>(count)
    let run: @Sendable () -> Void = {
      while let place = pieces.next() { pieces.put(body(place), place) }
    }
    let others = (1..<min(threads, count)).compactMap { _ in WorkThread(run) }
    run()
    for thread in others { thread.join() }
    return pieces.results
  }

  /// Which piece comes next, and what has come of the others.
  private final class Pieces<Result: Sendable>: Sendable {
    private struct State {
      var next = 0
      var results: [Result?]
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

    func next() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ result: Result, _ place: Int) {
      state.withLock { $0.results[place] = result }
    }

    var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
  }
}
