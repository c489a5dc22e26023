import Glibc

/// Where a file stands, whatever path leads to it: what is to be written is compared with what must
/// stay.
struct FilePlace {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Whether both paths lead to one file that is there; `-` is standard input.
  func isSame(asInput other: String) -> Bool {
    guard let own = Self.identity(path) else { return false }
    return own == (other == "-" ? Self.identity(descriptor: STDIN_FILENO) : Self.identity(other))
  }

  /// Whether a file of this path would stand in a directory, or in one below it.
  func isInside(_ directory: String) -> Bool {
    guard let root = Self.resolved(directory) else { return false }
    let end = path.lastIndex(of: "/")
    let parent = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let place = Self.resolved(parent) else { return false }
    return place == root || place.hasPrefix(root + "/")
  }

  /// The path of the file that is there, without links; nil where there is none.
  var resolved: String? { Self.resolved(path) }

  private struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t
  }

  private static func identity(_ path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, inode: status.st_ino)
  }

  private static func identity(descriptor: Int32) -> Identity? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, inode: status.st_ino)
  }

  /// The path without links; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let bytes = realpath(path, nil) else { return nil }
    defer { free(bytes) }
    return String(cString: bytes)
  }
}
