/// What the system says of a file whose bytes were read: as long as it says the same, they are the
/// same.
struct FileStamp: Hashable, Sendable {
  let size: Int64
  let modified: Int64
  let changed: Int64
  let inode: UInt64

  init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: FileStatus) {
    self.init(
      size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }

  /// Nil for a file that was changed so shortly before `clock` that a change after it may bear the
  /// same time.
  init?(_ status: FileStatus, lookedAt clock: Int64) {
    guard max(status.modified, status.changed) < clock - DirectoryStamp.doubt else { return nil }
    self.init(status)
  }
}
