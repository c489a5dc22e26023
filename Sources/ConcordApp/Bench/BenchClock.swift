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
  static var now: Double { read(CLOCK_MONOTONIC) }

  /// Milliseconds that processors have spent on this process.
  static var processor: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
