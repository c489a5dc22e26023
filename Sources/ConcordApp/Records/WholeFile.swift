import ConcordModel
import Glibc

/// All bytes of a file that a command line names; `-` is standard input.
enum WholeFile {
  /// - Parameter what: what messages call it.
  static func read(_ path: String, what: String) throws(CommandLineFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    func failure() -> CommandLineFailure {
      CommandLineFailure(
        .failed,
        "the \(what) \(Text.visible(path)) could not be read: \(String(cString: strerror(errno)))")
    }
    guard descriptor >= 0 else { throw failure() }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return bytes }
      bytes += piece
    }
  }
}
