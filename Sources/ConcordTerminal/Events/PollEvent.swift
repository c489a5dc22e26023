/// What ended a wait.
package enum PollEvent: Hashable, Sendable {
  /// Bytes have been typed.
  case input
  /// The terminal is gone.
  case hangup
  /// A signal has come.
  case signal(Signal)
  /// A watched descriptor can be read, or its other end is closed.
  case ready(Int32)
}
