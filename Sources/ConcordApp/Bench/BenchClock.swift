import ConcordTerminal
import Glibc

/// Measures how long things take on the clock that never goes back.
enum BenchClock {
  /// Milliseconds that `body` takes.
  static func milliseconds<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure)
    -> Double
  {
    let start = now
    try body()
    return now - start
  }

  /// Milliseconds since some moment.
  static var now: Double { MonotonicClock.exactMilliseconds }

  /// Milliseconds that processors have spent on this process.
  static var processor: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
