import Glibc

/// Tells when something in the journals may have changed: a descriptor for a poll loop.
///
/// What it says is a hint; `Store.refresh` then looks.
public final class StoreWatch {
  /// Readable when something has happened.
  public let descriptor: Int32
  private let root: String
  private var watched: Set<String> = []

  init(root: String) throws(StoreError) {
    self.root = root
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { throw .disk(.watch, path: root, code: errno) }
    watchDirectories()
  }

  deinit { _ = close(descriptor) }

  /// Takes all that has been told so far; false where there was nothing.
  public func drain() -> Bool {
    var something = false
    withUnsafeTemporaryAllocation(byteCount: 16384, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 { something = true }
    }
    // A new writer's directory wants a watch too.
    if something { watchDirectories() }
    return something
  }

  private func watchDirectories() {
    watch("")
    watch("/journal")
    guard let names = try? LocalDisk(root: root).list("journal") else { return }
    for name in names where JournalBranch.isJournal(name) { watch("/journal/" + name) }
  }

  private func watch(_ path: String) {
    guard !watched.contains(path) else { return }
    // In the store's own directory only the journal's making matters.
    let mask =
      path.isEmpty
      ? IN_CREATE | IN_MOVED_TO | IN_ONLYDIR
      : IN_CREATE | IN_MOVED_TO | IN_MODIFY | IN_ONLYDIR
    if inotify_add_watch(descriptor, root + path, UInt32(mask)) >= 0 { watched.insert(path) }
  }
}

extension Store {
  /// A watch over the journals of this store.
  public func watch() throws(StoreError) -> StoreWatch { try StoreWatch(root: path) }
}
