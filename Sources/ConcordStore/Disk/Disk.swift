import ConcordModel

/// What the store asks of a file system, below one directory: the real one is `LocalDisk`; a test's
/// fails, or forgets what was not synchronised, at a call of its choice.
///
/// Paths are relative to the store's directory and never lead out of it; "" is the directory itself.
package protocol Disk: Sendable {
  /// Where the store is, for people: what messages put before a path.
  var root: String { get }

  /// What stands at `path`; nil where there is nothing. A symbolic link is not followed.
  func status(_ path: String) throws(StoreError) -> FileStatus?

  /// What an open file is now.
  func status(of file: DiskFile) throws(StoreError) -> FileStatus

  /// Opens a file; a symbolic link is refused. New files get the permissions 0600.
  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile

  /// Closes a file.
  func close(_ file: DiskFile)

  /// Reads up to `count` bytes from `offset`; fewer only at the end of the file.
  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8]

  /// All bytes of a file that is only ever replaced by rename; mapped, where the disk can.
  func held(_ path: String) throws(StoreError) -> HeldBytes

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError)

  /// Cuts a file at `length`.
  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError)

  /// Returns when the file's bytes and length are safe.
  func synchronize(_ file: DiskFile) throws(StoreError)

  /// Returns when the names in a directory are safe.
  func synchronizeDirectory(_ path: String) throws(StoreError)

  /// Waits for the only lock there may be on a file.
  func lock(_ file: DiskFile) throws(StoreError)

  /// Gives the lock back.
  func unlock(_ file: DiskFile)

  /// Makes a directory that nobody else may look into (0700); one that is there already is fine.
  func makeDirectory(_ path: String) throws(StoreError)

  /// The names in a directory in byte order, `.` and `..` left out.
  func list(_ path: String) throws(StoreError) -> [String]

  /// Puts a file in another's place in one step.
  func rename(_ path: String, to target: String) throws(StoreError)

  /// Takes a file away.
  func remove(_ path: String) throws(StoreError)

  /// Whether this process may write into the directory at `path`.
  func mayWrite(_ path: String) -> WritePermission

  /// What tells this machine from others; empty where the system does not say.
  var machine: String { get }

  /// Now on the file system's clock, in nanoseconds since 1970.
  var clock: Int64 { get }

  /// Now on the wall clock, in milliseconds since 1970: lines of others far ahead of it are held.
  var wallTime: Int64 { get }
}

/// Whether a directory may be written to.
package enum WritePermission: Hashable, Sendable {
  case granted
  /// Its owner or its permissions forbid it.
  case refused
  /// The whole disk can only be read.
  case readOnlyDisk
}

/// How a file is opened.
package enum OpenMode: Hashable, Sendable {
  /// To be read; it has to be there.
  case read
  /// To be read and written; made where there is none.
  case write
  /// To be written; refused where there is one already.
  case create
}

/// An open file of a disk.
package struct DiskFile: Hashable, Sendable {
  /// The descriptor.
  package let number: Int32
  /// Where it stands in the store.
  package let path: String

  package init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }
}

/// What a directory entry is.
package struct FileStatus: Hashable, Sendable {
  /// What sort of thing.
  package enum Kind: Hashable, Sendable {
    case file, directory, link, other
  }

  package let kind: Kind
  /// Bytes.
  package let size: Int64
  package let device: UInt64
  package let inode: UInt64
  /// The last change, in nanoseconds since 1970.
  package let modified: Int64
  /// The last change of the bytes or of what is said of them, in nanoseconds since 1970: nobody can
  /// set it back.
  package let changed: Int64
  /// Permission bits.
  package let permissions: UInt32

  package init(
    kind: Kind, size: Int64, device: UInt64, inode: UInt64, modified: Int64, changed: Int64,
    permissions: UInt32
  ) {
    self.kind = kind
    self.size = size
    self.device = device
    self.inode = inode
    self.modified = modified
    self.changed = changed
    self.permissions = permissions
  }
}
