import ConcordModel
import Glibc

/// What a subcommand says on a stream, gathered and written in large pieces. Text is made fit for a
/// terminal on its way.
public struct StandardOutput: Sendable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Written out when it grows past this, in bytes.
  private static let piece = 64 * 1024

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Standard output.
  public static var output: StandardOutput { StandardOutput(descriptor: STDOUT_FILENO) }

  /// Whether a person reads it directly.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Adds a line of text.
  package mutating func line(_ text: String = "") throws(CommandLineFailure) {
    buffer.append(contentsOf: Text.visible(text).utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > Self.piece { try flush() }
  }

  /// Adds bytes that hold nothing a terminal would obey, or that are meant to.
  package mutating func bytes(_ bytes: some Sequence<UInt8>) throws(CommandLineFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > Self.piece { try flush() }
  }

  /// Writes out what was gathered.
  package mutating func flush() throws(CommandLineFailure) {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if written < 0, errno == EPIPE {
        // Whoever read it has read enough.
        exit(128 + SIGPIPE)
      } else if written < 0, errno != EINTR {
        let reason = String(cString: strerror(errno))
        buffer.removeAll()
        throw CommandLineFailure(.failed, "the output could not be written: \(reason)")
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// A subcommand's words about its output go to standard error.
  public static func say(_ sentence: String) {
    var stream = StandardOutput(descriptor: STDERR_FILENO)
    try? stream.line(sentence)
    try? stream.flush()
  }
}
