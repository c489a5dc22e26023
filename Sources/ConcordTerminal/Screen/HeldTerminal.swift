import CPlatform
import Glibc

/// The terminal that standard input and output are connected to, while the program has it: how it goes
/// to another program and comes back, and how it is given back for good.
///
/// There is one, and only the thread that started it may use it. What has to be done to the terminal
/// itself is told by what builds on this: whole screens, or lines.
package class HeldTerminal {
  /// The descriptor to wait for input on.
  package let inputDescriptor: Int32 = STDIN_FILENO
  /// The descriptor that becomes readable when a signal has come, for ``Poller``.
  package let signalDescriptor: Int32

  private enum Holder { case program, another, nobody }

  private var holder = Holder.program

  /// A terminal that the program has.
  /// - Parameter signals: what ``begin(restore:)`` has given.
  init(signals: Int32) { signalDescriptor = signals }

  /// Whether the program has it now.
  final var isHeld: Bool { holder == .program }

  // MARK: What is done to the terminal itself

  /// Brings it back as it was before; faults are guarded against until afterwards.
  func restore() {}

  /// Makes it the program's again; faults are guarded against already.
  func takeBack() {}

  /// Lets go of what was kept for ``takeBack()``.
  func release() {}

  // MARK: Beginning

  /// Refuses input or output that is no terminal.
  static func checkStreams() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "output") }
  }

  /// Remembers how the terminal is, and begins to gather signals.
  /// - Parameter restore: what a fault handler writes to bring the screen back.
  /// - Returns: the descriptor of the signals.
  static func begin(restore: [UInt8]) throws(TerminalError) -> Int32 {
    guard cp_guard_prepare(STDOUT_FILENO, restore, restore.count) == 0 else {
      throw .system(call: "tcgetattr", code: errno)
    }
    let signals = cp_signals_start()
    guard signals >= 0 else {
      cp_guard_remove()
      throw .system(call: "pipe2", code: errno)
    }
    return signals
  }

  // MARK: Lending

  /// Lends the terminal, as it was before, to a program that runs in it.
  private func suspend() {
    guard holder == .program else { return }
    restore()
    holder = .another
    cp_guard_disarm()
  }

  /// Takes the terminal back.
  private func resume() {
    guard holder == .another else { return }
    holder = .program
    cp_guard_arm()
    takeBack()
  }

  /// Lends the terminal to another program for as long as `body` takes.
  package final func lend<Result>(_ body: () -> Result) -> Result {
    suspend()
    defer { resume() }
    return body()
  }

  /// Sets the terminal up again after the process was stopped and continued from outside.
  package final func recover() {
    guard holder == .program else { return }
    suspend()
    resume()
  }

  /// Stops the process as ^Z does, and goes on when it is in the foreground again.
  /// - Returns: the signal that asks the process to end instead; the terminal then stays suspended.
  package final func stopProcess() -> Signal? {
    suspend()
    if let ending = Signal(number: cp_stop_self(inputDescriptor)) { return ending }
    resume()
    return nil
  }

  /// Gives the terminal back for good, as it was before.
  package final func stop() {
    guard holder != .nobody else { return }
    suspend()
    holder = .nobody
    release()
    cp_guard_remove()
    cp_signals_stop()
  }

  // MARK: Bytes

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// The bytes that have come; empty when none are there, nil when the terminal is gone.
  final func readBytes() -> [UInt8]? {
    var status = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&status, 1, 0) > 0 else { return [] }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
      count = Glibc.read(inputDescriptor, buffer.baseAddress, buffer.count)
      initialized = max(0, count)
    }
    if count > 0 { return bytes }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Writes text or control sequences as they stand.
  static func put(_ text: String) {
    WholeWrite.write(Array(text.utf8), to: STDOUT_FILENO)
  }
}
