import ConcordStore

/// A disk that is made safe once, at the end: the demo is written beside its place and renamed when
/// it is whole, so thousands of waits for the disk on the way would save nothing.
struct DeferredDisk: Disk {
  private let disk: LocalDisk

  init(root: String) { disk = LocalDisk(root: root) }

  var root: String { disk.root }
  var machine: String { disk.machine }
  var clock: Int64 { disk.clock }
  var wallTime: Int64 { disk.wallTime }

  func synchronize(_ file: DiskFile) throws(StoreError) {}
  func synchronizeDirectory(_ path: String) throws(StoreError) {}

  /// Returns when everything below the directory is safe.
  func settle() throws(StoreError) { try settle("") }

  private func settle(_ path: String) throws(StoreError) {
    for name in try disk.list(path) {
      let inside = path.isEmpty ? name : path + "/" + name
      switch try disk.status(inside)?.kind {
      case .directory: try settle(inside)
      case .file:
        let file = try disk.open(inside, .read)
        defer { disk.close(file) }
        try disk.synchronize(file)
      default: break
      }
    }
    try disk.synchronizeDirectory(path)
  }

  // MARK: The rest as it is

  func status(_ path: String) throws(StoreError) -> FileStatus? { try disk.status(path) }
  func status(of file: DiskFile) throws(StoreError) -> FileStatus { try disk.status(of: file) }
  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    try disk.open(path, mode)
  }
  func close(_ file: DiskFile) { disk.close(file) }
  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError) {
    try disk.write(bytes, to: file, at: offset)
  }
  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    try disk.truncate(file, to: length)
  }
  func lock(_ file: DiskFile) throws(StoreError) { try disk.lock(file) }
  func unlock(_ file: DiskFile) { disk.unlock(file) }
  func makeDirectory(_ path: String) throws(StoreError) { try disk.makeDirectory(path) }
  func list(_ path: String) throws(StoreError) -> [String] { try disk.list(path) }
  func rename(_ path: String, to target: String) throws(StoreError) {
    try disk.rename(path, to: target)
  }
  func remove(_ path: String) throws(StoreError) { try disk.remove(path) }
  func mayWrite(_ path: String) -> WritePermission { disk.mayWrite(path) }
}
