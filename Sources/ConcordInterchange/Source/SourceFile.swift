import Glibc

/// The bytes of a file to import, read whole.
package struct SourceFile: Sendable {
  /// The path as the user gave it.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The largest file that is read: 1 GiB.
  package static let limit = 1 << 30

  /// Reads a file, a pipe, or standard input for `-`.
  ///
  /// A named pipe that nobody writes to is empty; it does not wait.
  package static func read(
    path: String, limit: Int = SourceFile.limit
  ) throws(ImportFailure) -> SourceFile {
    if path == "-" { return try read(descriptor: STDIN_FILENO, name: path, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno, file: path) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path, limit: limit)
  }

  /// Reads what is left of an open file.
  package static func read(
    descriptor: Int32, name: String, limit: Int = SourceFile.limit
  ) throws(ImportFailure) -> SourceFile {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, file: name) }
    var capacity = 1 << 16
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw ImportFailure(file: name, reason: .directory)
    case S_IFREG:
      let size = Int(status.st_size)
      guard size <= limit else {
        throw ImportFailure(file: name, reason: .tooLarge(limit: limit))
      }
      capacity = max(capacity, size + 1)
    case S_IFIFO:
      // Opened without waiting for a writer; from here on waiting for bytes is right.
      let flags = fcntl(descriptor, F_GETFL)
      if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
    case S_IFCHR where isatty(descriptor) == 1: break
    case S_IFSOCK where name == "-": break
    default: throw ImportFailure(file: name, reason: .notAFile)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    while true {
      let wanted = max(1 << 16, min(capacity - bytes.count, 1 << 26))
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        repeat {
          count = Glibc.read(descriptor, buffer.baseAddress, wanted)
          code = count < 0 ? errno : 0
        } while code == EINTR
        count = max(0, count)
      }
      if code != 0 { throw failure(code, file: name) }
      if chunk.isEmpty { return SourceFile(name: name, bytes: bytes) }
      guard bytes.count + chunk.count <= limit else {
        throw ImportFailure(file: name, reason: .tooLarge(limit: limit))
      }
      if bytes.isEmpty && chunk.count >= capacity - 1 { bytes = chunk } else { bytes += chunk }
    }
  }

  /// The failure that an error number of the system means.
  static func failure(_ code: Int32, file: String) -> ImportFailure {
    let reason: ImportFailure.Reason =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EISDIR: .directory
      case EACCES, EPERM: .permissionDenied
      case ENXIO, ENODEV: .notAFile
      default: .unreadable(message: String(cString: strerror(code)))
      }
    return ImportFailure(file: file, reason: reason)
  }
}
