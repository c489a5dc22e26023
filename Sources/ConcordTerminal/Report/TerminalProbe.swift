import CPlatform
import Glibc

/// Asks the terminal where its cursor stands, and so how it really counts columns, and how long an
/// answer takes.
package struct TerminalProbe: Hashable, Sendable {
  /// Milliseconds from a question to its answer.
  package let answer: Double
  /// Columns that each text took; nil where no answer came.
  package let columns: [Int?]

  /// Which place the cursor stands on: ECMA-48's device status report.
  static let question = Array("\u{1B}[6n".utf8)

  /// Milliseconds that an answer may take, as over a slow line.
  private static let patience = 1000

  /// Writes each text at the beginning of the line, and leaves the line empty.
  ///
  /// Texts must fit in a line. What was typed ahead is lost.
  /// - Returns: nil where there is no terminal, or it does not answer.
  package static func measure(_ texts: [String]) -> TerminalProbe? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      tcgetpgrp(STDIN_FILENO) == getpgrp()
    else { return nil }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    // A fault, or a signal that asks for the end, must not leave the line without its echo.
    let restore: [UInt8] = [0x0D]
    guard cp_guard_prepare(STDIN_FILENO, restore, restore.count) == 0 else { return nil }
    let signals = cp_signals_start()
    cp_guard_arm()
    var raw = before
    cfmakeraw(&raw)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer {
      send(Array("\r\u{1B}[K".utf8))
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      cp_guard_disarm()
      cp_guard_remove()
      var pending: [Int32] = []
      while case let number = cp_signals_next(), number != 0 { pending.append(number) }
      cp_signals_stop()
      for number in pending where Signal(number: number) != .resize { raise(number) }
    }
    let poller = Poller(input: STDIN_FILENO, signals: signals)
    let clock = ContinuousClock()
    let start = clock.now
    guard column(after: "", poller) != nil else { return nil }
    let took = start.duration(to: clock.now) / .milliseconds(1)
    var columns: [Int?] = []
    for text in texts {
      let place = columns.last == .some(nil) ? nil : column(after: text, poller)
      columns.append(place.map { $0 - 1 })
    }
    return TerminalProbe(answer: took, columns: columns)
  }

  // The cursor's column, counted from one, once a text stands at the beginning of the line.
  private static func column(after text: String, _ poller: Poller) -> Int? {
    send(Array("\r\u{1B}[K\(text)".utf8) + question)
    let end = ContinuousClock.now + .milliseconds(patience)
    var bytes: [UInt8] = []
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left >= 1, poller.wait(milliseconds: Int(left)) == [.input] else { return nil }
      var byte: UInt8 = 0
      guard Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte != 0x03 else { return nil }
      bytes.append(byte)
      if let column = column(in: bytes) { return column }
    }
  }

  /// The column in an answer, `ESC [ row ; column R`, after whatever else was typed.
  static func column(in bytes: [UInt8]) -> Int? {
    guard bytes.last == UInt8(ascii: "R"), let start = bytes.lastIndex(of: 0x1B) else { return nil }
    let body = bytes[(start + 1)...].dropLast()
    guard body.first == UInt8(ascii: "[") else { return nil }
    let parts = body.dropFirst().split(separator: UInt8(ascii: ";"))
    guard parts.count == 2 else { return nil }
    return Int(String(decoding: parts[1], as: UTF8.self))
  }

  private static func send(_ bytes: [UInt8]) {
    WholeWrite.write(bytes, to: STDOUT_FILENO)
  }
}
