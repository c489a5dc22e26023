import ConcordDashboard
import ConcordModel
import ConcordStore
import Synchronization

/// Reads changes of the journal on a thread of its own: nobody's key waits for the disk.
package final class JournalWorker {
  /// Where a thread leaves what it has read.
  private final class Mailbox: Sendable {
    let pages = Mutex<[JournalPage]>([])
    let bell = Bell()

    func put(_ page: JournalPage) {
      pages.withLock { $0.append(page) }
      bell?.ring()
    }
  }

  private let mailbox = Mailbox()
  private let waits: Bool

  /// - Parameter waits: whether whoever asks waits for the answer, as where nobody presses keys
  ///   meanwhile.
  package init(waits: Bool = false) { self.waits = waits }

  /// Readable when there are pages.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// The pages that have come.
  package func news() -> [Action] {
    mailbox.bell?.clear()
    return mailbox.pages.withLock { pages in
      defer { pages = [] }
      return pages.map { .journal($0) }
    }
  }

  /// Begins to read what is asked for, as the store stands now.
  func read(_ request: JournalRequest, _ store: Store) {
    let reading = store.historyReading()
    let work: @Sendable () -> Void = { [mailbox] in
      mailbox.put(Self.page(request, reading))
    }
    guard !waits, let thread = WorkThread(work) else { return work() }
    thread.detach()
  }

  private static func page(_ request: JournalRequest, _ reading: HistoryReading) -> JournalPage {
    var reading = reading
    do {
      // One more tells whether there are older ones.
      let found = try reading.changes(
        record: request.record, by: request.author, limit: request.limit + 1)
      return JournalPage(
        request, found.prefix(request.limit).map { JournalEntry($0) },
        hasMore: found.count > request.limit)
    } catch {
      return JournalPage(request, [], hasMore: false, problem: error.sentence)
    }
  }
}
