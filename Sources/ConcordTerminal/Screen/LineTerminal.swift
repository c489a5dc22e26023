import CPlatform
import ConcordCanvas
import Glibc

/// A terminal that lines are written to, one after the other, and keys are read from: nothing is asked
/// of it but that. For screen readers, braille displays, and terminals that cannot place a cursor.
///
/// There is one, and only the thread that started it may use it. From ``start()`` to ``stop()`` faults,
/// `exit` and `fatalError` restore it.
package final class LineTerminal {
  /// The descriptor to wait for input on.
  package let inputDescriptor: Int32 = STDIN_FILENO
  /// The descriptor that becomes readable when a signal has come, for ``Poller``.
  package let signalDescriptor: Int32
  /// Whether the locale is UTF-8; if not, text is folded to ASCII.
  package let isUTF8: Bool

  private enum State { case writing, suspended, stopped }

  private var before: termios
  private var state = State.writing
  /// Whether it understands that a paste is to be told from keys; a dumb one would print the request.
  private let marksPastes: Bool

  private init(before: termios, signals: Int32, isUTF8: Bool, marksPastes: Bool) {
    self.before = before
    signalDescriptor = signals
    self.isUTF8 = isUTF8
    self.marksPastes = marksPastes
  }

  /// Takes the terminal: every key as bytes, nothing echoed.
  /// - Throws: ``TerminalError``; then the terminal is as it was.
  package static func start() throws(TerminalError) -> LineTerminal {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "output") }
    let isUTF8 = cp_use_locale() != 0
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let marksPastes = !["", "dumb", "unknown"].contains(name)
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw .system(call: "tcgetattr", code: errno)
    }
    let restore = marksPastes ? Array(pasteOff.utf8) : []
    guard cp_guard_prepare(STDOUT_FILENO, restore, restore.count) == 0 else {
      throw .system(call: "tcgetattr", code: errno)
    }
    let signals = cp_signals_start()
    guard signals >= 0 else {
      cp_guard_remove()
      throw .system(call: "pipe2", code: errno)
    }
    let terminal = LineTerminal(
      before: before, signals: signals, isUTF8: isUTF8, marksPastes: marksPastes)
    terminal.take()
    return terminal
  }

  /// Writes text as it stands; a line feed is a new line.
  package func write(_ text: String) {
    guard state == .writing else { return }
    put(text)
  }

  /// Sends a control sequence that draws nothing, where the terminal may know of any.
  package func send(_ sequence: String) {
    if state == .writing, marksPastes { put(sequence) }
  }

  /// The bytes that have been typed; empty when none are there, nil when the terminal is gone.
  package func read() -> [UInt8]? {
    var status = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&status, 1, 0) > 0 else { return [] }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
      count = Glibc.read(inputDescriptor, buffer.baseAddress, buffer.count)
      initialized = max(0, count)
    }
    if count > 0 { return marksPastes ? bytes : Self.marked(bytes) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Nobody types so many bytes, with a line's end among them, in the time between two readings.
  private static let pasteCount = 16

  /// Bytes that came all at once as a paste, where a terminal does not say what is one: pasted text
  /// never acts as keys.
  static func marked(_ bytes: [UInt8]) -> [UInt8] {
    let lineEnds = bytes.dropLast().contains { $0 == 0x0D || $0 == 0x0A }
    guard bytes.count >= pasteCount, lineEnds, !bytes.contains(0x1B) else { return bytes }
    return Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8)
  }

  /// Gives the terminal back, as it was before, until ``resume()``.
  package func suspend() {
    guard state == .writing else { return }
    state = .suspended
    if marksPastes { put(Self.pasteOff) }
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
    cp_guard_disarm()
  }

  /// Takes the terminal again.
  package func resume() {
    guard state == .suspended else { return }
    state = .writing
    take()
  }

  /// Stops the process as ^Z does, and goes on when it is in the foreground again.
  /// - Returns: the signal that asks the process to end instead; the terminal then stays suspended.
  package func stopProcess() -> Signal? {
    suspend()
    if let ending = Signal(number: cp_stop_self(inputDescriptor)) { return ending }
    resume()
    return nil
  }

  /// Gives the terminal back for good.
  package func stop() {
    guard state != .stopped else { return }
    suspend()
    state = .stopped
    cp_guard_remove()
    cp_signals_stop()
  }

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  private func take() {
    cp_guard_arm()
    var raw = before
    // Keys as bytes; what is written still begins its lines at the left.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    raw.c_oflag |= tcflag_t(OPOST | ONLCR)
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    if marksPastes { put(Self.pasteOn) }
  }

  private func put(_ text: String) {
    WholeWrite.write(Array(text.utf8), to: STDOUT_FILENO)
  }
}
