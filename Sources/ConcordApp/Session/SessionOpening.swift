import CPlatform
import ConcordModel
import ConcordStore
import Synchronization

/// A store that a worker opens, so that whoever waits for it can draw and take keys meanwhile.
public final class SessionOpening {
  /// What became of it. The worker makes it, and has no more to do with it once it lies in the
  /// mailbox.
  private final class Outcome: @unchecked Sendable {
    let result: Result<Store, StoreError>
    init(_ result: Result<Store, StoreError>) { self.result = result }
  }

  /// Where the worker leaves what it has to say.
  private final class Mailbox: Sendable {
    struct State {
      var progress = OpeningProgress()
      var outcome: Outcome?
    }

    let state = Mutex(State())
    let bell = Bell()
  }

  private let start: SessionStart
  private let mailbox = Mailbox()
  private var thread: WorkThread?
  private var opened: Result<Session, SessionError>?

  /// Begins to open the store of `settings`.
  /// - Throws: ``SessionError`` where there is no store.
  public init(_ settings: Settings) throws(SessionError) {
    let start = try SessionStart(settings)
    self.start = start
    let work: @Sendable () -> Void = { [mailbox] in
      // So that a fault on this thread restores the terminal too.
      _ = cp_fault_stack()
      let result = Result { () throws(StoreError) in
        try start.open { progress in
          mailbox.state.withLock { $0.progress = progress }
          mailbox.bell?.ring()
        }
      }
      mailbox.state.withLock { $0.outcome = Outcome(result) }
      mailbox.bell?.ring()
    }
    thread = mailbox.bell == nil ? nil : WorkThread(work)
    // A system that has no thread to give lets its user wait.
    if thread == nil { work() }
  }

  deinit { thread?.detach() }

  /// What the environment says.
  public var settings: Settings { start.settings }

  /// Whose store it is.
  package var office: Office { start.identity.office }

  package var clock: OfficeClock { start.clock }

  /// Readable when there is news.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Takes note of the news.
  package func clear() { mailbox.bell?.clear() }

  /// How far it has come.
  package var progress: OpeningProgress { mailbox.state.withLock { $0.progress } }

  /// Whether it has ended, well or not.
  package var isOver: Bool { mailbox.state.withLock { $0.outcome != nil } }

  /// Waits until it has ended; false when that took longer than it may.
  package func wait(milliseconds: Int) -> Bool {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while !isOver {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left >= 1, mailbox.bell?.wait(milliseconds: Int(left)) ?? false else { return isOver }
      clear()
    }
    return true
  }

  /// The session; waits for it.
  /// - Throws: ``SessionError``
  public func session() throws(SessionError) -> Session {
    while true {
      if let opened { return try opened.get() }
      thread.take()?.join()
      if let outcome = mailbox.state.withLock({ $0.outcome }) {
        opened = outcome.result.map { Session(start, $0) }.mapError { .store($0) }
      }
    }
  }
}
