import Glibc

/// A signal that the dashboard answers.
package enum Signal: Hashable, Sendable {
  /// SIGWINCH: the window has another size.
  case resize
  /// SIGTERM: the process is asked to end.
  case terminate
  /// SIGHUP: the terminal is gone.
  case hangup
  /// SIGINT, sent from outside: ^C arrives as a key.
  case interrupt
  /// SIGTSTP, sent from outside: ^Z arrives as a key.
  case stop
  /// SIGCONT: the process goes on after a stop.
  case goOn

  /// The signal of a number; nil for any other.
  package init?(number: Int32) {
    switch number {
    case SIGWINCH: self = .resize
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangup
    case SIGINT: self = .interrupt
    case SIGTSTP: self = .stop
    case SIGCONT: self = .goOn
    default: return nil
    }
  }

  /// The system's number, for an exit status of 128 and this.
  package var number: Int32 {
    switch self {
    case .resize: SIGWINCH
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .interrupt: SIGINT
    case .stop: SIGTSTP
    case .goOn: SIGCONT
    }
  }
}
