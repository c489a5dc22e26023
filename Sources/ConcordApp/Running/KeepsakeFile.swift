import ConcordDashboard
import ConcordStore
import ConcordTerminal
import Glibc
import Synchronization

/// The file of a dashboard's keepsake, in the store's `local/`: this machine's own. It is written by a
/// thread, so that no key waits for it; failing is no harm to the records.
final class KeepsakeFile {
  private struct State: Sendable {
    var next: [UInt8]?
    var isWriting = false
  }

  private final class Desk: Sendable {
    let state = Mutex(State())
  }

  private let path: String
  private let desk = Desk()
  private var last: Keepsake?

  /// How lists were narrowed, as it was kept last.
  var layouts: [String: Keepsake.Layout] { last?.layouts ?? [:] }

  /// - Parameter store: the store's directory.
  init(store: String) { path = store + "/local/dashboard.json" }

  /// The largest file that is read, in bytes.
  private static let longest = 1 << 22

  /// What was kept; nothing where there is no such file, or it is none of ours.
  func read() -> Keepsake {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return Keepsake() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.longest
    else { return Keepsake() }
    let bytes = WholeFile.read(descriptor, limit: Self.longest) ?? []
    let keepsake = KeepsakeDocument(bytes)?.keepsake ?? Keepsake()
    last = keepsake
    return keepsake
  }

  /// Keeps it soon, where it differs from what was kept last.
  func keep(_ keepsake: Keepsake) {
    guard keepsake != last else { return }
    last = keepsake
    let bytes = KeepsakeDocument(keepsake).bytes
    let begins = desk.state.withLock { state in
      state.next = bytes
      defer { state.isWriting = true }
      return !state.isWriting
    }
    guard begins else { return }
    let thread = WorkThread { [desk, path] in Self.writeAll(desk, path) }
    if let thread { thread.detach() } else { Self.writeAll(desk, path) }
  }

  private static func writeAll(_ desk: Desk, _ path: String) {
    while true {
      let bytes = desk.state.withLock { state in
        defer { state.next = nil }
        if state.next == nil { state.isWriting = false }
        return state.next
      }
      guard let bytes else { return }
      write(bytes, path)
    }
  }

  /// Waits, at most so many milliseconds, until what is to be kept is written.
  func finish(within milliseconds: Int) {
    for _ in 0..<milliseconds {
      if desk.state.withLock({ !$0.isWriting }) { return }
      usleep(1000)
    }
  }

  /// Beside the file first, then in its place: a process that is killed leaves one or the other.
  private static func write(_ bytes: [UInt8], _ path: String) {
    let draft = path + ".part"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let isWhole = WholeWrite.write(bytes, to: descriptor)
    close(descriptor)
    if !isWhole || rename(draft, path) != 0 { unlink(draft) }
  }
}
