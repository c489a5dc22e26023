import CPlatform
import ConcordDashboard
import ConcordModel
import ConcordStore
import ConcordTerminal
import Synchronization

/// Reads on a thread of its own what the heatmap showed on an earlier day: keys stay live, and of the
/// office as it was only the counts are kept.
package final class PastHeatmapWorker {
  private struct State: Sendable {
    /// The day that is wanted; what comes of others is dropped.
    var wanted: Day?
    /// The day that is being read.
    var running: Day?
    var progress: Progress?
    var ending: Result<HeatmapSnapshot, Failure>?
  }

  private struct Failure: Error {
    let sentence: String
  }

  private final class Mailbox: Sendable {
    let state = Mutex(State())
    let bell = Bell()
  }

  private let mailbox = Mailbox()
  private let waits: Bool
  /// When the reading began, on the monotonic clock.
  private var began = MonotonicClock.milliseconds

  /// - Parameter waits: whether whoever asks waits for the answer, as where nobody presses keys
  ///   meanwhile.
  package init(waits: Bool = false) { self.waits = waits }

  /// Readable when there is news.
  package var descriptor: Int32 { mailbox.bell?.descriptor ?? -1 }

  /// Begins to read the end of a day; goes on where that day is being read already.
  func start(_ day: Day, _ session: Session) {
    let isRunning = mailbox.state.withLock { state in
      state.wanted = day
      state.ending = nil
      defer { state.running = day }
      return state.running == day
    }
    guard !isRunning else { return }
    began = MonotonicClock.milliseconds
    let path = session.settings.store
    let access: Store.Access = session.settings.isReadOnly ? .readOnly : .write
    let moment = session.clock.end(of: day)
    let work: @Sendable () -> Void = { [mailbox] in
      // So that a fault on this thread restores the terminal too.
      _ = cp_fault_stack()
      let ending = Self.read(day, path, access, moment) { progress in
        let isWanted = mailbox.state.withLock { state in
          guard state.wanted == day else { return false }
          state.progress = progress
          return true
        }
        if isWanted { mailbox.bell?.ring() }
      }
      mailbox.state.withLock { state in
        if state.running == day { state.running = nil }
        guard state.wanted == day else { return }
        state.progress = nil
        state.ending = ending
      }
      mailbox.bell?.ring()
    }
    guard !waits, let thread = WorkThread(work) else { return work() }
    thread.detach()
  }

  /// Lets it be: nothing more is heard of it.
  func cancel() {
    mailbox.state.withLock { state in
      state.wanted = nil
      state.progress = nil
      state.ending = nil
    }
  }

  private static func read(
    _ day: Day, _ path: String, _ access: Store.Access, _ moment: Instant,
    tell: @escaping @Sendable (Progress) -> Void
  ) -> Result<HeatmapSnapshot, Failure> {
    do throws(StoreError) {
      let store = try Store.open(at: path, access: access, asOf: day, moment: { _ in moment }) {
        if let progress = $0.progress { tell(progress) }
      }
      if case .past = store.restriction {
        return .success(HeatmapSnapshot(store.workspace, day: day))
      }
      return .failure(Failure(sentence: store.restriction?.sentence ?? ""))
    } catch {
      return .failure(Failure(sentence: error.sentence))
    }
  }

  /// What has happened since: how far it has come, or what came of it.
  package func news() -> [Action] {
    mailbox.bell?.clear()
    let (day, progress, ending) = mailbox.state.withLock { state in
      defer {
        state.progress = nil
        state.ending = nil
      }
      return (state.wanted, state.progress, state.ending)
    }
    switch ending {
    case .success(let snapshot): return [.heatmapRead(snapshot)]
    case .failure(let failure):
      let text = day?.text ?? ""
      return [.heatmapNotRead("the office of \(text) could not be read: \(failure.sentence)")]
    case nil: break
    }
    guard let day, let progress else { return [] }
    let milliseconds = MonotonicClock.milliseconds - began
    return [
      .heatmapProgress(
        RunningWork(
          Progress("reading \(day.text)", done: progress.done, total: progress.total),
          milliseconds: milliseconds, tellsRate: false))
    ]
  }
}
