import Glibc

/// The number of the key that is about to be typed, in a file for whoever looks after the process.
final class KeyNumber {
  private let descriptor: Int32

  init(_ path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Leaves the number: growing numbers overwrite each other.
  func put(_ number: Int) {
    let bytes = Array(String(number).utf8)
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }
}
