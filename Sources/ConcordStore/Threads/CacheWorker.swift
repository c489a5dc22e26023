import ConcordModel
import Synchronization

/// Writes states to disk, one after another, on a thread of its own that is there only as long as
/// there is something to write. One other thread gives it work and waits for it.
final class CacheWorker: Sendable {
  /// A state, and what is to be done once it is written.
  struct Job: Sendable {
    let snapshot: CacheSnapshot
    let afterwards: @Sendable () throws -> Void

    init(_ snapshot: CacheSnapshot, afterwards: @escaping @Sendable () throws -> Void = {}) {
      self.snapshot = snapshot
      self.afterwards = afterwards
    }
  }

  private struct State {
    var jobs: [Job] = []
    var thread: WorkThread?
    var isRunning = false
    var isUnwanted = false
  }

  private let state = Mutex(State())
  private let bell: Bell?

  init() { bell = Bell() }

  /// Whether something is being written.
  var isBusy: Bool { state.withLock { $0.isRunning } }

  /// Writes a state, once those before it are written. Failing is no harm: it can be read from the
  /// journals.
  func write(_ job: Job) {
    let mustStart = state.withLock { state in
      guard !state.isUnwanted else { return false }
      state.jobs.append(job)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    guard mustStart else { return }
    // The thread before has nothing more to do, and is about to end.
    state.withLock { $0.thread.take() }?.join()
    if let thread = WorkThread({ self.run() }) {
      state.withLock { $0.thread = thread }
    } else {
      run()
    }
  }

  private func run() {
    while let job = next() {
      do {
        let isThere = try job.snapshot.write { self.state.withLock { $0.isUnwanted } }
        if isThere { try job.afterwards() }
      } catch {
        // A cache that could not be written is none.
      }
    }
    bell?.ring()
  }

  private func next() -> Job? {
    state.withLock { state in
      if state.jobs.isEmpty || state.isUnwanted {
        state.jobs = []
        state.isRunning = false
        return nil
      }
      return state.jobs.removeFirst()
    }
  }

  /// Waits until all is written.
  func finish() { state.withLock { $0.thread.take() }?.join() }

  /// Waits at most so long; what is not written then is given up, here and later, and what was there
  /// before stays.
  func finish(within milliseconds: Int) {
    while isBusy {
      guard let bell, bell.wait(milliseconds: milliseconds) else { break }
      bell.clear()
    }
    state.withLock { state in
      state.isUnwanted = true
      // It ends by itself, or with the process.
      if state.isRunning { state.thread.take()?.detach() }
    }
    finish()
  }
}
