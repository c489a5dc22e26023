import ConcordModel
import ConcordStore
import Synchronization

/// Asks the rules about the day on a thread of its own: nobody's key waits for a look at every partner.
final class DayWorker {
  private struct State: Sendable {
    var result: RuleDay?
    var isWorking = false
  }

  private final class Mailbox: Sendable {
    let state = Mutex(State())
    let bell = Bell()
  }

  private let mailbox = Mailbox()

  /// Readable when they have spoken.
  var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins; where a look is under way already, that one counts.
  func start(_ workspace: Workspace, _ context: CommandContext) {
    let begins = mailbox.state.withLock { state in
      defer { state.isWorking = true }
      return !state.isWorking
    }
    guard begins else { return }
    let thread = WorkThread { [mailbox] in
      let day = RuleDay(workspace, context)
      mailbox.state.withLock { state in
        state.result = day
        state.isWorking = false
      }
      mailbox.bell?.ring()
    }
    // Without a thread the next opening asks.
    if let thread { thread.detach() } else { mailbox.state.withLock { $0.isWorking = false } }
  }

  /// What they said; once.
  func take() -> RuleDay? {
    mailbox.bell?.clear()
    return mailbox.state.withLock { state in
      defer { state.result = nil }
      return state.result
    }
  }
}
