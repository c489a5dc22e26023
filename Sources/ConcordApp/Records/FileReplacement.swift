import ConcordModel
import Glibc

/// A file that is put in place once it is whole, readable by its owner only; `-` is standard output.
enum FileReplacement {
  /// Refuses a path that leads into the store, whose files nothing but the store may write.
  static func check(
    _ path: String, _ option: String, _ settings: Settings
  ) throws(CommandLineFailure) {
    guard path != "-", FilePlace(path).isInside(settings.store) else { return }
    throw CommandLineFailure(
      .usage, "--\(option) is “\(Text.visible(path))”: it lies in the store; name a file elsewhere")
  }

  static func write(
    _ path: String, _ body: (inout StandardOutput) throws(CommandLineFailure) -> Void
  ) throws(CommandLineFailure) {
    if path == "-" {
      var output = StandardOutput.output
      try body(&output)
      return try output.flush()
    }
    // A link leads to what is to be replaced; a device or a pipe is written to and stays.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try writeInto(path, body)
    }
    let target = FilePlace(path).resolved ?? path
    let draft = "\(target).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var output = StandardOutput(descriptor: descriptor)
    do throws(CommandLineFailure) {
      try body(&output)
      try output.flush()
    } catch {
      close(descriptor)
      unlink(draft)
      throw error
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, target) == 0 else {
      let reason = failure(path)
      unlink(draft)
      throw reason
    }
  }

  private static func writeInto(
    _ path: String, _ body: (inout StandardOutput) throws(CommandLineFailure) -> Void
  ) throws(CommandLineFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var output = StandardOutput(descriptor: descriptor)
    try body(&output)
    try output.flush()
  }

  private static func failure(_ path: String) -> CommandLineFailure {
    CommandLineFailure(
      .failed, "\(Text.visible(path)) could not be written: \(String(cString: strerror(errno)))")
  }
}
