import ConcordStore
import Glibc

/// A directory of its own for what is thrown away at the end.
struct ScratchDirectory {
  let path: String

  /// Makes it below `TMPDIR`, or /tmp, with `word` in its name.
  init(_ word: String) throws(CommandLineFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((parent + "/concord-\(word).XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw CommandLineFailure(
        .failed, "no directory could be made in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// One that is there.
  init(existing path: String) { self.path = path }

  /// Takes it away with all that is in it.
  func remove() { BenchDirectory(existing: path).remove() }
}
