import CPlatform
import Glibc

/// The one place where the dashboard sleeps.
package struct Poller {
  private let input: Int32
  private let signals: Int32
  private var watched: [Int32] = []

  /// Waits for input and for signals; -1 for either waits for none.
  package init(input: Int32, signals: Int32 = -1) {
    self.input = input
    self.signals = signals
  }

  /// Waits for a descriptor as well, as of a file watch, a mailbox or a timer.
  package mutating func watch(_ descriptor: Int32) {
    if !watched.contains(descriptor) { watched.append(descriptor) }
  }

  /// Waits for a descriptor no longer.
  package mutating func ignore(_ descriptor: Int32) {
    watched.removeAll { $0 == descriptor }
  }

  /// Sleeps until something happens, at most `milliseconds`; nil sleeps as long as it takes.
  ///
  /// Signals come first in the answer, then watched descriptors, then input.
  /// - Returns: what has happened; nothing when the time is up.
  package func wait(milliseconds: Int? = nil) -> [PollEvent] {
    let start = milliseconds == nil ? 0 : MonotonicClock.milliseconds
    while true {
      var left: Int32 = -1
      if let milliseconds {
        left = Int32(clamping: max(0, milliseconds - (MonotonicClock.milliseconds - start)))
      }
      var entries = ([signals, input] + watched).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&entries, nfds_t(entries.count), left)
      if count == 0 { return [] }
      // Interrupted by a signal, which then stands in the pipe.
      let found = count < 0 ? [] : events(entries)
      if !found.isEmpty { return found }
    }
  }

  private func events(_ entries: [pollfd]) -> [PollEvent] {
    var events: [PollEvent] = []
    if entries[0].revents != 0 {
      while case let number = cp_signals_next(), number != 0 {
        guard let signal = Signal(number: number) else { continue }
        // A window that is dragged sends many; one answer serves them all.
        if events.last != .signal(signal) { events.append(.signal(signal)) }
      }
    }
    for entry in entries.dropFirst(2) where entry.revents != 0 { events.append(.ready(entry.fd)) }
    let typed = Int32(entries[1].revents)
    if typed & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 {
      events.append(.hangup)
    } else if typed != 0 {
      events.append(.input)
    }
    return events
  }
}
