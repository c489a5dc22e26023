import ConcordModel
import ConcordTerminal
import Glibc

/// A file that each key goes to before it acts, so that a fault can be brought about again. What is
/// written stays when the program dies.
///
/// A file that holds key logs already is gone on with: no session is ever lost. Any other file is
/// refused.
package final class KeyLog {
  private let descriptor: Int32
  private let path: String
  private let start: Int
  /// Why nothing more is written; nil while all is well.
  package private(set) var failure: String?

  /// Opens the file of a log for its owner alone.
  /// - Throws: a failure where it is no key log, lies in the store, or cannot be written.
  package init(_ path: String, _ settings: Settings) throws(CommandLineFailure) {
    try FileReplacement.check(path, "keylog", settings)
    self.path = path
    start = MonotonicClock.milliseconds
    descriptor = open(
      path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == ELOOP ? "it is a link" : String(cString: strerror(errno))
      throw CommandLineFailure(
        .failed, "the key log \(Text.visible(path)) could not be opened: \(reason)")
    }
    do throws(CommandLineFailure) {
      try check()
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Refuses what is not a key log, and ends a line that was cut.
  private func check() throws(CommandLineFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw CommandLineFailure(
        .failed, "--keylog is “\(Text.visible(path))”: that is not a file; name another")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CommandLineFailure(
        .failed,
        "--keylog is “\(Text.visible(path))”: another dashboard writes to it; name another file")
    }
    guard status.st_size > 0 else { return }
    var begin = [UInt8](repeating: 0, count: KeyLogHeader.beginning.count)
    let count = pread(descriptor, &begin, begin.count, 0)
    guard count == begin.count, begin == KeyLogHeader.beginning else {
      throw CommandLineFailure(
        .failed,
        "--keylog is “\(Text.visible(path))”: that file is there and is no key log, so it stays as it "
          + "is; name another")
    }
    _ = fchmod(descriptor, 0o600)
    var last: UInt8 = 0
    if pread(descriptor, &last, 1, off_t(status.st_size) - 1) == 1, last != 0x0A { put([]) }
  }

  /// Begins a session.
  package func begin(_ header: KeyLogHeader) { put(header.line) }

  /// Takes down what is about to act.
  package func note(_ event: KeyLogEvent) {
    put(event.line(at: MonotonicClock.milliseconds - start))
  }

  /// One call for each line: it is whole in the file, or not there.
  private func put(_ line: [UInt8]) {
    guard failure == nil else { return }
    let bytes = line + [0x0A]
    var place = 0
    while place < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: place), buffer.count - place)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        failure =
          "the key log \(Text.visible(path)) ends here: \(String(cString: strerror(errno)))"
        return
      }
      place += written
    }
  }
}
