import ConcordModel
import Synchronization

/// Tells whoever waits how far the opening of a store has come; from any thread.
final class OpeningReport: Sendable {
  private let told = Mutex(OpeningProgress())
  private let tell: @Sendable (OpeningProgress) -> Void

  init(_ tell: @escaping @Sendable (OpeningProgress) -> Void) { self.tell = tell }

  /// The cache is being read.
  func readsCache(_ parts: [CacheParts.Part]) {
    told.withLock { told in
      told.counts = [:]
      for part in parts { told.counts[part.kind, default: 0] += part.rows }
      told.progress = Progress(
        "reading the cache", done: 0, total: parts.reduce(0) { $0 + $1.length })
      tell(told)
    }
  }

  /// The journals are being read.
  /// - Parameter bytes: what there is to be read.
  func readsJournals(_ bytes: Int64) { begin("reading the journals", total: Int(bytes)) }

  /// Figures are being made of what was read.
  func addsUp() { begin("adding up", total: nil) }

  private func begin(_ what: String, total: Int?) {
    told.withLock { told in
      told.progress = Progress(what, done: 0, total: total)
      tell(told)
    }
  }

  /// So many more bytes were read.
  func hasRead(_ bytes: Int) {
    told.withLock { told in
      guard let progress = told.progress, let total = progress.total, total > 0 else { return }
      let done = min(total, progress.done + bytes)
      told.progress = Progress(progress.what, done: done, total: total)
      if done * 100 / total > progress.done * 100 / total { tell(told) }
    }
  }
}
