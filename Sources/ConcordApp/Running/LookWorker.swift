import CPlatform
import ConcordDashboard
import ConcordModel
import ConcordStore
import Synchronization

/// Looks back over the journals on a thread of its own: the first picture waits for none of it.
package final class LookWorker {
  /// Where a thread leaves what it has found.
  private final class Mailbox: Sendable {
    let found = Mutex<LookBack?>(nil)
    let bell = Bell()
  }

  private let mailbox = Mailbox()
  private let waits: Bool

  /// - Parameter waits: whether whoever asks waits for the answer, as where nobody presses keys
  ///   meanwhile.
  package init(waits: Bool = false) { self.waits = waits }

  /// Readable when something was found.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins to look back until `last`, for `reader`.
  func look(
    since last: LastLook, _ reading: HistoryReading, _ workspace: Workspace, for reader: String
  ) {
    let work: @Sendable () -> Void = { [mailbox] in
      // So that a fault on this thread restores the terminal too.
      _ = cp_fault_stack()
      let found = Self.lookBack(since: last, reading, workspace, for: reader)
      mailbox.found.withLock { $0 = found }
      mailbox.bell?.ring()
    }
    guard !waits, let thread = WorkThread(work) else { return work() }
    thread.detach()
  }

  /// What the journals say of the time since.
  static func lookBack(
    since last: LastLook, _ reading: HistoryReading, _ workspace: Workspace, for reader: String
  ) -> LookBack {
    var reading = reading
    do {
      let (changes, hasOlder) = try reading.changes(
        after: last.lines, limit: LookBack.mostChanges
      ) { LookChange($0) }
      return LookBack(
        since: last, reader: reader, changes, hasOlder: hasOlder, in: workspace)
    } catch {
      return LookBack(since: last, reader: reader, problem: error.sentence, in: workspace)
    }
  }

  /// What was found; once.
  package func news() -> [Action] {
    mailbox.bell?.clear()
    return mailbox.found.withLock { found in
      defer { found = nil }
      return found.map { [.lookedBack($0)] } ?? []
    }
  }
}
