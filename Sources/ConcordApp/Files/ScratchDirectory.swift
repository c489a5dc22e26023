import ConcordStore
import Glibc

/// A directory of its own, which only its owner may look into, for what is thrown away at the end.
struct ScratchDirectory {
  /// Why there is none.
  struct Failure: Error {
    /// The directory that it was to be in.
    let parent: String
    /// The system's number for what was in the way.
    let code: Int32
  }

  let path: String

  /// Makes it below `TMPDIR`, or /tmp, with `word` in its name.
  init(_ word: String) throws(Failure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((parent + "/concord-\(word).XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw Failure(parent: parent, code: errno) }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// One that is there.
  init(existing path: String) { self.path = path }

  /// Takes it away with all that is in it.
  func remove() { Self.remove(LocalDisk(root: path), "") }

  /// Takes away a directory in it, where it is there.
  func remove(_ part: String) { Self.remove(LocalDisk(root: path), part) }

  private static func remove(_ disk: LocalDisk, _ path: String) {
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
