import ConcordModel

/// An open store: the journal on disk and what it folds to.
///
/// One thread owns it. Other processes may have the same store open: their lines come in with
/// `refresh` and before each commit.
public final class Store {
  /// How a store is opened.
  public enum Access: Sendable {
    /// To be read and changed; falls back to reading with a `restriction` where that cannot be.
    case write
    /// To be read.
    case readOnly
  }

  /// Where it is.
  public var path: String { disk.root }
  /// What `concord.json` says.
  public let identity: StoreIdentity
  /// All records, as the journal's lines so far make them.
  public internal(set) var workspace: Workspace
  /// Whether it is shown as it was at an earlier moment: it stands still.
  var isPast = false
  /// Why it can only be read; nil where it can be changed.
  public internal(set) var restriction: Restriction?

  /// What stands in the way of files that the store can do without.
  public internal(set) var hindrances: [Hindrance] = []

  package let disk: any Disk
  /// Whether the cache was of use when the store was opened.
  package internal(set) var cacheWasOfUse = false
  /// A segment is sealed once it has so many bytes.
  package var sealedSize = WriterTail.sealedSize
  /// Each writer's journal, as far as it is folded.
  package internal(set) var tails: [String: WriterTail] = [:] {
    didSet { readings &+= 1 }
  }
  /// Grows with all that is read: while it stands still, so does the state.
  private(set) var readings = 0
  /// Whether something had come in between when the last change was made before the lock was had.
  var wasOvertaken = false
  /// What the journals' bytes were as they were folded.
  var prints = JournalPrints()
  /// What has been read since the cache was written.
  var unsaved = UnsavedLines()
  /// Others' changes that were read while committing; `refresh` hands them out.
  var arrived: [Transaction] = []
  var directory = DirectoryStamp()
  /// The redaction that was finished last, one's own or one that had been cut short.
  var endedRedaction: LineID?
  /// Whether a redaction has named what is still in memory.
  var isOutOfDate = false
  var index: JournalIndex
  /// The writer that this copy of the store is; nil where it has yet to become one.
  var writer: WriterIdentity?
  var writerStatus: FileStatus?
  /// Writes caches; nil as long as none was to be written.
  private var knownWorker: CacheWorker?
  private(set) var lockFile: DiskFile?
  private var headsFile: DiskFile?
  private var segmentFile: DiskFile?

  init(disk: any Disk, identity: StoreIdentity, workspace: Workspace) {
    self.disk = disk
    self.identity = identity
    self.workspace = workspace
    index = JournalIndex(disk)
  }

  deinit {
    endWriting()
    for file in [lockFile, headsFile, segmentFile] {
      if let file { disk.close(file) }
    }
  }

  /// Tells the workspace that a new civil day has begun.
  public func turn(to day: Day) { workspace.today = day }

  // MARK: Writing caches

  /// Writes caches.
  var cacheWorker: CacheWorker {
    if let knownWorker { return knownWorker }
    let worker = CacheWorker()
    knownWorker = worker
    return worker
  }

  /// Waits until the worker has written what it was given.
  public func endWriting() { knownWorker?.finish() }

  /// Waits at most so long, in milliseconds; what is not written then is given up, and what was there
  /// before stays.
  public func endWriting(within milliseconds: Int) { knownWorker?.finish(within: milliseconds) }

  // MARK: Files that stay open

  /// Waits for the store's only lock. What it locks is never deleted.
  func lock() throws(StoreError) { try disk.lock(openLock()) }

  @discardableResult
  func openLock() throws(StoreError) -> DiskFile {
    if let lockFile { return lockFile }
    try disk.ensureDirectory("local")
    let file = try disk.open("local/lock", .write)
    lockFile = file
    return file
  }

  func unlock() {
    if let lockFile { disk.unlock(lockFile) }
  }

  /// The file of a segment, to be appended to; made where it is new.
  func openSegment(_ path: String) throws(StoreError) -> DiskFile {
    if let segmentFile, segmentFile.path == path { return segmentFile }
    closeSegment()
    let parent = LocalDisk.parent(of: path)
    let grandparent = LocalDisk.parent(of: parent)
    try disk.ensureDirectory(grandparent)
    try disk.ensureDirectory(parent)
    let file = try disk.open(path, .write)
    do {
      // Always: the names may be there from a try whose synchronisation failed.
      try disk.synchronizeDirectory(parent)
      try disk.synchronizeDirectory(grandparent)
      try disk.synchronizeDirectory("")
    } catch {
      disk.close(file)
      throw error
    }
    segmentFile = file
    return file
  }

  func closeSegment() {
    if let segmentFile { disk.close(segmentFile) }
    segmentFile = nil
  }

  /// Remembers the last line of every writer. It only helps to notice damage: a failure is none.
  func rememberHeads() {
    let bytes = Heads(tails.values).bytes
    do {
      let file = try headsFile ?? disk.open(Heads.file, .write)
      headsFile = file
      try disk.write(bytes, to: file, at: 0)
      if try disk.status(of: file).size > bytes.count {
        try disk.truncate(file, to: Int64(bytes.count))
      }
    } catch {
      headsFile.map { disk.close($0) }
      headsFile = nil
    }
  }
}
