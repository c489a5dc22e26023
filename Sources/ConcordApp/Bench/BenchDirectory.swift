import ConcordStore
import Glibc

/// A directory of its own for what a measurement writes.
struct BenchDirectory {
  let path: String

  /// Makes it below `TMPDIR`, or /tmp.
  init() throws(CommandLineFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((parent + "/concord-bench.XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw CommandLineFailure(
        .failed, "no directory could be made in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// One that is there.
  init(existing path: String) { self.path = path }

  /// Takes it away with all that is in it.
  func remove() { Self.remove(LocalDisk(root: path), "") }

  /// Takes away a directory below a disk's root, where it is there.
  static func remove(_ disk: LocalDisk, _ path: String) {
    for name in (try? disk.list(path)) ?? [] {
      let inside = path.isEmpty ? name : path + "/" + name
      if (try? disk.status(inside))??.kind == .directory {
        remove(disk, inside)
      } else {
        try? disk.remove(inside)
      }
    }
    rmdir(path.isEmpty ? disk.root : disk.root + "/" + path)
  }
}
