import Glibc

/// The clock that never goes back, and that nobody sets: for how long things take and when time is up.
package enum MonotonicClock {
  /// Whole milliseconds since some moment.
  package static var milliseconds: Int {
    let time = now
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Milliseconds since the same moment, as exact as the machine knows them.
  package static var exactMilliseconds: Double {
    let time = now
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  private static var now: timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }
}
