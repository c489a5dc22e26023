import CPlatform
import ConcordCanvas
import Glibc

/// A terminal that lines are written to, one after the other, and keys are read from: nothing is asked
/// of it but that. For screen readers, braille displays, and terminals that cannot place a cursor.
///
/// From ``start()`` to ``stop()`` faults, `exit` and `fatalError` restore it.
package final class LineTerminal: HeldTerminal {
  /// Whether the locale is UTF-8; if not, text is folded to ASCII.
  package let isUTF8: Bool

  private var before: termios
  /// Whether it understands that a paste is to be told from keys; a dumb one would print the request.
  private let marksPastes: Bool

  private init(before: termios, signals: Int32, isUTF8: Bool, marksPastes: Bool) {
    self.before = before
    self.isUTF8 = isUTF8
    self.marksPastes = marksPastes
    super.init(signals: signals)
  }

  /// Takes the terminal: every key as bytes, nothing echoed.
  /// - Throws: ``TerminalError``; then the terminal is as it was.
  package static func start() throws(TerminalError) -> LineTerminal {
    try checkStreams()
    let isUTF8 = cp_use_locale() != 0
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let marksPastes = !["", "dumb", "unknown"].contains(name)
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw .system(call: "tcgetattr", code: errno)
    }
    let signals = try begin(restore: marksPastes ? Array(pasteOff.utf8) : [])
    let terminal = LineTerminal(
      before: before, signals: signals, isUTF8: isUTF8, marksPastes: marksPastes)
    cp_guard_arm()
    terminal.takeBack()
    return terminal
  }

  /// Writes text as it stands; a line feed is a new line.
  package func write(_ text: String) {
    if isHeld { Self.put(text) }
  }

  /// Sends a control sequence that draws nothing, where the terminal may know of any.
  package func send(_ sequence: String) {
    if isHeld, marksPastes { Self.put(sequence) }
  }

  /// The bytes that have been typed; empty when none are there, nil when the terminal is gone.
  package func read() -> [UInt8]? {
    guard let bytes = readBytes() else { return nil }
    return marksPastes ? bytes : Self.marked(bytes)
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

  override func restore() {
    if marksPastes { Self.put(Self.pasteOff) }
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }

  override func takeBack() {
    var raw = before
    // Keys as bytes; what is written still begins its lines at the left.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    raw.c_oflag |= tcflag_t(OPOST | ONLCR)
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    if marksPastes { Self.put(Self.pasteOn) }
  }
}
