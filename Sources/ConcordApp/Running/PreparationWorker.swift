import ConcordDashboard
import ConcordModel
import ConcordStore
import Synchronization

/// Makes ready on a thread of its own what a first look would wait for.
final class PreparationWorker {
  private final class Mailbox: Sendable {
    let result = Mutex<Preparation?>(nil)
    let bell = Bell()
  }

  private let mailbox = Mailbox()

  /// Readable when it is done.
  var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins, with the state as it is.
  func start(_ state: DashboardState, _ workspace: Workspace) {
    let thread = WorkThread { [mailbox] in
      var state = state
      // The other processor is for the keys.
      state.work = OneByOne()
      let preparation = Preparation(state, workspace)
      mailbox.result.withLock { $0 = preparation }
      mailbox.bell?.ring()
    }
    // Without a thread a first look waits, as it would have anyway.
    thread?.detach()
  }

  /// What was made ready; once.
  func take() -> Preparation? {
    mailbox.bell?.clear()
    return mailbox.result.withLock { result in
      defer { result = nil }
      return result
    }
  }
}
