import ConcordModel
import ConcordStore

/// A local disk that remembers when the lock was last asked for, and when it was given back. One
/// thread uses it.
final class TimedDisk: Disk, @unchecked Sendable {
  private let disk: LocalDisk
  private var asked = 0.0
  /// Milliseconds from the last wish for the lock until it was given back.
  private(set) var held = 0.0

  init(root: String) { disk = LocalDisk(root: root) }

  func lock(_ file: DiskFile) throws(StoreError) {
    asked = BenchClock.now
    try disk.lock(file)
  }

  func unlock(_ file: DiskFile) {
    disk.unlock(file)
    held = BenchClock.now - asked
  }

  var root: String { disk.root }
  var machine: String { disk.machine }
  var clock: Int64 { disk.clock }
  var wallTime: Int64 { disk.wallTime }
  func status(_ path: String) throws(StoreError) -> FileStatus? { try disk.status(path) }
  func status(of file: DiskFile) throws(StoreError) -> FileStatus { try disk.status(of: file) }
  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    try disk.open(path, mode)
  }
  func close(_ file: DiskFile) { disk.close(file) }
  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  func held(_ path: String) throws(StoreError) -> HeldBytes { try disk.held(path) }
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError) {
    try disk.write(bytes, to: file, at: offset)
  }
  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    try disk.truncate(file, to: length)
  }
  func synchronize(_ file: DiskFile) throws(StoreError) { try disk.synchronize(file) }
  func synchronizeDirectory(_ path: String) throws(StoreError) {
    try disk.synchronizeDirectory(path)
  }
  func makeDirectory(_ path: String) throws(StoreError) { try disk.makeDirectory(path) }
  func list(_ path: String) throws(StoreError) -> [String] { try disk.list(path) }
  func rename(_ path: String, to target: String) throws(StoreError) {
    try disk.rename(path, to: target)
  }
  func remove(_ path: String) throws(StoreError) { try disk.remove(path) }
  func mayWrite(_ path: String) -> WritePermission { disk.mayWrite(path) }
}
