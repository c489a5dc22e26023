import CPlatform
import Glibc

/// Fires at a moment of the wall clock, as at the turn of a day, and when the clock is set; sleep of
/// the machine counts.
package final class WallTimer {
  /// The descriptor to give to ``Poller/watch(_:)``.
  package let descriptor: Int32

  /// A timer that is not set; nil when the system has none to give.
  package init?() {
    descriptor = cp_wall_timer()
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Lets it fire at a second since 1970; earlier settings are forgotten.
  package func set(second: Int64) {
    _ = cp_wall_timer_set(descriptor, second)
  }

  /// Takes note that it has fired; until then it stays readable.
  package func clear() { cp_wall_timer_clear(descriptor) }
}
