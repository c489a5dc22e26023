import ConcordDashboard

/// The threads that long effects are handed to: keys stay live, and what came of them is news.
package struct DashboardWorkers {
  let journal: JournalWorker
  let imports = ImportWorker()
  let checks: CheckWorker
  let past: PastHeatmapWorker
  let look: LookWorker

  /// - Parameter waits: whether whoever asks waits for the answer, as where nobody presses keys
  ///   meanwhile. What is read for an import is waited for by itself.
  package init(waits: Bool = false) {
    journal = JournalWorker(waits: waits)
    checks = CheckWorker(waits: waits)
    past = PastHeatmapWorker(waits: waits)
    look = LookWorker(waits: waits)
  }

  /// Readable when there is news of one of them.
  var descriptors: [Int32] {
    [
      journal.descriptor, imports.descriptor, checks.descriptor, past.descriptor, look.descriptor,
    ]
  }

  /// What has come of the one with this descriptor; nil where it is none of them.
  func news(of descriptor: Int32) -> [Action]? {
    switch descriptor {
    case journal.descriptor: journal.news()
    case imports.descriptor: imports.news()
    case checks.descriptor: checks.news()
    case past.descriptor: past.news()
    case look.descriptor: look.news()
    default: nil
    }
  }

  /// What has come of all of them that wait.
  func settledNews() -> [Action] {
    journal.news() + checks.news() + past.news() + look.news()
  }
}
