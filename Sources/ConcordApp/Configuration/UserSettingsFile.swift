import Glibc

/// The file of a user's own settings, and the folder that it stands in.
package struct UserSettingsFile: Hashable, Sendable {
  /// What messages call it.
  package static let name = "config.json"

  /// Its folder, `$XDG_CONFIG_HOME/concord` or `~/.config/concord`.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// The file of an environment; nil where it names neither a folder of settings nor a home.
  package init?(_ environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
    let chosen = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = chosen ?? home else { return nil }
    folder = root + "/concord"
  }

  /// Where it is.
  package var path: String { folder + "/" + Self.name }

  /// What stands in it.
  package enum Content: Hashable, Sendable {
    /// There is no such file.
    case none
    case bytes([UInt8])
    /// It is there and cannot be read: why, in a sentence.
    case unreadable(String)
  }

  /// No honest file of settings is longer, in bytes.
  private static let limit = 1 << 20

  /// Reads it. A pipe or a device in its place is not waited for.
  package func read() -> Content {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR
        ? .none : .unreadable("\(path) could not be read: \(String(cString: strerror(errno)))")
    }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable("\(path) is not a file, so the usual keys hold")
    }
    guard let bytes = WholeFile.read(descriptor, limit: Self.limit) else {
      return .unreadable("\(path) could not be read: \(String(cString: strerror(errno)))")
    }
    guard bytes.count <= Self.limit else {
      return .unreadable("\(path) is longer than a megabyte, so it was not read")
    }
    return .bytes(bytes)
  }
}
