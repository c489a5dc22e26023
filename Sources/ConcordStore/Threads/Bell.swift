import CPlatform
import Glibc

/// Wakes a thread that sleeps in `poll`: a pipe that says no more than that something has happened.
package final class Bell: Sendable {
  /// Readable once it has rung.
  package let descriptor: Int32
  private let writing: Int32

  /// A bell; nil where the system has no pipe to give.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard cp_pipe(&ends) == 0 else { return nil }
    descriptor = ends[0]
    writing = ends[1]
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  /// Rings; from any thread. A full pipe says it already.
  package func ring() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Takes note that it has rung.
  package func clear() {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  /// Sleeps until it rings; false when that took longer than it may.
  package func wait(milliseconds: Int) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(clamping: milliseconds)) > 0
  }
}
