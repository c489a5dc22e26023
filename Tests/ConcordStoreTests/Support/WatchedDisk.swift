import ConcordModel
import ConcordStore
import Synchronization

/// A disk that tells what is done with it, and lets a test step in between.
final class WatchedDisk: Disk {
  private enum Step: Hashable {
    case write(String), synchronize(String), remove(String)
  }

  private struct State {
    var bytesRead: [String: Int] = [:]
    var isWritable = true
    var before: [Step: @Sendable () -> Void] = [:]
  }

  private let disk: any Disk
  private let state = Mutex(State())

  init(_ disk: any Disk) { self.disk = disk }

  /// Bytes that were read of the journals.
  var journalBytesRead: Int {
    state.withLock { state in
      state.bytesRead.filter { $0.key.hasPrefix("journal/") }.reduce(0) { $0 + $1.value }
    }
  }

  func forgetReads() { state.withLock { $0.bytesRead = [:] } }

  /// Makes it a disk that may not be written to.
  func protect() { state.withLock { $0.isWritable = false } }

  /// Does something once, when the file at `path` is about to be opened for writing.
  func beforeWriting(_ path: String, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.before[.write(path)] = body }
  }

  /// Does something once, when the file at `path` is about to be made safe.
  func beforeSynchronizing(_ path: String, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.before[.synchronize(path)] = body }
  }

  /// Does something once, when the file at `path` is about to be taken away.
  func beforeRemoving(_ path: String, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.before[.remove(path)] = body }
  }

  private func reach(_ step: Step) { state.withLock { $0.before.removeValue(forKey: step) }?() }

  // MARK: Disk

  var root: String { disk.root }
  var machine: String { disk.machine }
  var clock: Int64 { disk.clock }
  var wallTime: Int64 { disk.wallTime }

  func status(_ path: String) throws(StoreError) -> FileStatus? { try disk.status(path) }

  func status(of file: DiskFile) throws(StoreError) -> FileStatus { try disk.status(of: file) }

  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    if mode != .read { reach(.write(path)) }
    return try disk.open(path, mode)
  }

  func close(_ file: DiskFile) { disk.close(file) }

  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    let bytes = try disk.read(file, at: offset, count: count)
    state.withLock { $0.bytesRead[file.path, default: 0] += bytes.count }
    return bytes
  }

  func held(_ path: String) throws(StoreError) -> HeldBytes { try disk.held(path) }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError) {
    try disk.write(bytes, to: file, at: offset)
  }

  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    try disk.truncate(file, to: length)
  }

  func synchronize(_ file: DiskFile) throws(StoreError) {
    reach(.synchronize(file.path))
    try disk.synchronize(file)
  }

  func synchronizeDirectory(_ path: String) throws(StoreError) {
    try disk.synchronizeDirectory(path)
  }

  func lock(_ file: DiskFile) throws(StoreError) { try disk.lock(file) }

  func unlock(_ file: DiskFile) { disk.unlock(file) }

  func makeDirectory(_ path: String) throws(StoreError) { try disk.makeDirectory(path) }

  func list(_ path: String) throws(StoreError) -> [String] { try disk.list(path) }

  func rename(_ path: String, to target: String) throws(StoreError) {
    try disk.rename(path, to: target)
  }

  func remove(_ path: String) throws(StoreError) {
    reach(.remove(path))
    try disk.remove(path)
  }

  func mayWrite(_ path: String) -> WritePermission {
    state.withLock { $0.isWritable } ? disk.mayWrite(path) : .readOnlyDisk
  }
}
