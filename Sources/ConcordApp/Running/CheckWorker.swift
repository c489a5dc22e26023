import CPlatform
import ConcordDashboard
import ConcordModel
import ConcordStore
import Synchronization

/// Looks for what records say against each other on a thread of its own: keys stay live meanwhile.
package final class CheckWorker {
  /// Where a thread leaves what it has found.
  private final class Mailbox: Sendable {
    let found = Mutex<(report: CheckReport, number: Int)?>(nil)
    let bell = Bell()
  }

  private let mailbox = Mailbox()
  private let waits: Bool

  /// - Parameter waits: whether whoever asks waits for the answer, as where nobody presses keys
  ///   meanwhile.
  package init(waits: Bool = false) { self.waits = waits }

  /// Readable when something was found.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins to look at all records as they are.
  func look(at workspace: Workspace, number: Int) {
    let work: @Sendable () -> Void = { [mailbox] in
      // So that a fault on this thread restores the terminal too.
      _ = cp_fault_stack()
      // The other processor is for the keys.
      let report = CheckReport(workspace, OneByOne())
      mailbox.found.withLock { found in
        // Of two that look at the same time the later asked counts.
        if found.map({ $0.number < number }) ?? true { found = (report, number) }
      }
      mailbox.bell?.ring()
    }
    guard !waits, let thread = WorkThread(work) else { return work() }
    thread.detach()
  }

  /// What was found last; once.
  package func news() -> [Action] {
    mailbox.bell?.clear()
    return mailbox.found.withLock { found in
      defer { found = nil }
      return found.map { [.checked($0.report, number: $0.number)] } ?? []
    }
  }
}
