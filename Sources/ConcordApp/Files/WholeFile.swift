import ConcordModel
import Glibc

/// All bytes of a file.
enum WholeFile {
  /// Reads a file that a command line names; `-` is standard input.
  /// - Parameters:
  ///   - what: what messages call it.
  ///   - limit: bytes of the longest file that is wanted; a longer one is refused unread.
  static func read(
    _ path: String, what: String, limit: Int = .max
  ) throws(CommandLineFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    func failure() -> CommandLineFailure {
      CommandLineFailure(
        .failed,
        "the \(what) \(Text.visible(path)) could not be read: \(String(cString: strerror(errno)))")
    }
    guard descriptor >= 0 else { throw failure() }
    defer { if path != "-" { close(descriptor) } }
    guard let bytes = read(descriptor, limit: limit) else { throw failure() }
    guard bytes.count <= limit else {
      throw CommandLineFailure(
        .failed, "the \(what) \(Text.visible(path)) is longer than \(limit / 1024) KiB: none is")
    }
    return bytes
  }

  /// Reads an open file from where it stands, however many calls that takes.
  ///
  /// - Parameter limit: bytes of the longest file that is wanted; of a longer one somewhat more than
  ///   these are read, so that it can be told.
  /// - Returns: nil where it could not be read, with the reason in `errno`.
  static func read(_ descriptor: Int32, limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += piece
    }
    return bytes
  }
}
