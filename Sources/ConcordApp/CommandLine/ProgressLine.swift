import ConcordModel
import ConcordTerminal
import Glibc

/// How far long work has come, on standard error where it is a terminal: one line that is written
/// over and taken away at the end.
package final class ProgressLine {
  private let isShown: Bool
  private var last = -1
  private let began = MonotonicClock.milliseconds

  package init() { isShown = isatty(STDERR_FILENO) == 1 }

  /// Shows where the work stands; cheap when the hundredth has not changed.
  package func show(_ progress: Progress) {
    guard isShown, let total = progress.total, total > 0 else { return }
    let percent = progress.done * 100 / total
    guard percent != last else { return }
    last = percent
    let work = RunningWork(progress, milliseconds: MonotonicClock.milliseconds - began)
    var words = Text.visible(progress.what) + " \(percent) %"
    if let rate = work.rate { words += ", \(rate)/s" }
    if let left = work.secondsLeft { words += ", \(left) s left" }
    Self.put("\r\u{1B}[K" + words)
  }

  /// Takes the line away.
  package func end() {
    if last >= 0 { Self.put("\r\u{1B}[K") }
    last = -1
  }

  private static func put(_ text: String) {
    var stream = StandardOutput(descriptor: STDERR_FILENO)
    try? stream.bytes(text.utf8)
    try? stream.flush()
  }
}
