#if DEBUG
  import CPlatform
  import Glibc

  /// Faults on request, so that it can be seen how a terminal is left by them; no release build has
  /// them.
  ///
  /// `CONCORD_REHEARSE` names one, and `^\` lets it happen.
  enum FaultRehearsal: String {
    /// An index out of range.
    case trap
    /// The same on a thread that is not the terminal's.
    case threadTrap = "thread-trap"
    /// A recursion without end.
    case overflow
    /// `exit` from the midst of drawing.
    case exit

    private static let variable = "CONCORD_REHEARSE"
    private static let key: UInt8 = 0x1C

    /// Lets the fault of the environment happen where its key is among what was typed.
    static func begin(typed bytes: [UInt8]) {
      guard bytes.contains(key), let name = getenv(variable),
        let fault = FaultRehearsal(rawValue: String(cString: name))
      else { return }
      // Ours while curses draws: it is to be read once the terminal is as it was.
      fputs("a rehearsed \(fault.rawValue)\n", cp_stderr())
      switch fault {
      case .trap: indexOutOfRange(bytes)
      case .threadTrap: onAnotherThread()
      case .overflow: print(descend(1))
      case .exit: Glibc.exit(7)
      }
    }

    private static func indexOutOfRange(_ bytes: [UInt8]) {
      print(bytes[bytes.count])
    }

    private static func onAnotherThread() {
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { _ in
          FaultRehearsal.indexOutOfRange([])
          return nil
        }, nil)
      pthread_join(thread, nil)
    }

    // What follows the call keeps it from becoming a loop.
    private static func descend(_ depth: Int) -> Int { descend(depth + 1) + depth }
  }
#endif
