import ConcordModel
import ConcordStore
import Glibc
import Synchronization

/// A disk in memory: as strict as a real one, and quick enough for thousands of stores.
final class MemoryDisk: Disk {
  fileprivate struct Node {
    var bytes: [UInt8] = []
    var isDirectory = false
    var inode: UInt64
    var modified: Int64
  }

  fileprivate struct State {
    var nodes: [String: Node] = [:]
    var open: [Int32: UInt64] = [:]
    var nextFile: Int32 = 3
    var nextInode: UInt64 = 1
    var now: Int64 = 0
    var wallTime = TestOffice.occasion(1_000_000).now.milliseconds
    var failing: Set<StoreError.Operation> = []
    var failure = ENOSPC
    var permission = WritePermission.granted
    var denied: Set<String> = []
    var later: (path: String, files: [String: [UInt8]])?
    var meanwhile: (path: String, body: @Sendable () -> Void)?
    var reads: [(path: String, bytes: Int)] = []
  }

  private let state = Mutex(State())
  let root = "memory"
  let machine: String

  init(machine: String = "0123456789abcdef") {
    self.machine = machine
    state.withLock { $0.nodes[""] = Node(isDirectory: true, inode: 0, modified: 0) }
  }

  /// A copy on another machine: every file has a new inode.
  func copy(machine: String) -> MemoryDisk {
    let copy = MemoryDisk(machine: machine)
    let nodes = state.withLock { $0.nodes }
    copy.state.withLock { state in
      state.nextInode = 1000
      for (path, node) in nodes {
        var node = node
        node.inode = state.nextInode
        state.nextInode += 1
        state.nodes[path] = node
      }
    }
    return copy
  }

  /// The disk of a machine whose image was copied: nothing tells it from the first.
  func clone() -> MemoryDisk {
    let clone = MemoryDisk(machine: machine)
    let now = state.withLock { $0 }
    clone.state.withLock { state in
      state.nodes = now.nodes
      state.nextInode = now.nextInode
    }
    return clone
  }

  // MARK: For tests

  /// Makes these fail as a full disk does, or with another error; a write leaves half of its bytes.
  /// `open` means opening to write.
  func fail(_ operations: Set<StoreError.Operation>, code: Int32 = ENOSPC) {
    state.withLock { ($0.failing, $0.failure) = (operations, code) }
  }

  /// Takes the right to read from a file, or to look into a directory.
  func deny(_ path: String) { _ = state.withLock { $0.denied.insert(path) } }

  /// Gives all rights back.
  func allow() { state.withLock { $0.denied = [] } }

  private func checkRights(
    _ operation: StoreError.Operation, _ path: String, looksInside: Bool
  ) throws(StoreError) {
    let isDenied = state.withLock { state in
      state.denied.contains { path.hasPrefix($0 + "/") || looksInside && path == $0 }
    }
    if isDenied { throw .disk(operation, path: "\(root)/\(path)", code: EACCES) }
  }

  /// What it says of itself when it is asked whether it may be written.
  func permit(_ permission: WritePermission) { state.withLock { $0.permission = permission } }

  private func check(
    _ operation: StoreError.Operation, _ path: String
  ) throws(StoreError) {
    guard state.withLock({ $0.failing.contains(operation) }) else { return }
    throw .disk(operation, path: path, code: state.withLock { $0.failure })
  }

  /// Puts these in place as soon as the file at `path` is closed, as another process might.
  func put(_ files: [String: [UInt8]], afterClosing path: String) {
    state.withLock { $0.later = (path, files) }
  }

  func bytes(_ path: String) -> [UInt8] { state.withLock { $0.nodes[path]?.bytes ?? [] } }

  func put(_ bytes: [UInt8], at path: String) {
    state.withLock { state in
      state.touch(LocalDisk.parent(of: path))
      if state.nodes[path] == nil { state.nodes[path] = state.node(isDirectory: false) }
      state.nodes[path]?.bytes = bytes
      state.touch(path)
    }
  }

  /// Changes a file and none of its times.
  func putUnnoticed(_ bytes: [UInt8], at path: String) {
    state.withLock { $0.nodes[path]?.bytes = bytes }
  }

  /// Runs `body` once, as another process might, after the file at `path` was synchronised next.
  func meanwhile(synchronized path: String, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.meanwhile = (path, body) }
  }

  /// Lets time pass, so that a file's time tells its last change from one after it.
  func pass(seconds: Int64 = 1) { state.withLock { $0.now += seconds * 1_000_000_000 } }

  /// How many bytes of the journals were read since this was last asked.
  func journalBytesRead() -> Int {
    state.withLock { state in
      defer { state.reads = [] }
      return state.reads.filter { $0.path.hasPrefix("journal/") }.reduce(0) { $0 + $1.bytes }
    }
  }

  func paths(under prefix: String) -> [String] {
    state.withLock { state in
      state.nodes.filter { !$0.value.isDirectory && $0.key.hasPrefix(prefix) }.keys.sorted()
    }
  }

  // MARK: Disk

  func status(_ path: String) throws(StoreError) -> FileStatus? {
    try checkRights(.look, path, looksInside: false)
    return state.withLock { state in state.nodes[path].map { Self.status($0) } }
  }

  func status(of file: DiskFile) throws(StoreError) -> FileStatus {
    guard let node = state.withLock({ $0.node(of: file) }) else { throw lost(.look, file.path) }
    return Self.status(node)
  }

  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    try checkRights(.open, path, looksInside: true)
    if mode != .read { try check(.open, path) }
    let result = state.withLock { state -> (number: Int32, code: Int32) in
      if let node = state.nodes[path] {
        if mode == .create { return (0, EEXIST) }
        if node.isDirectory { return (0, EISDIR) }
      } else {
        guard mode != .read, state.nodes[LocalDisk.parent(of: path)]?.isDirectory == true else {
          return (0, ENOENT)
        }
        state.nodes[path] = state.node(isDirectory: false)
        state.touch(LocalDisk.parent(of: path))
      }
      let number = state.nextFile
      state.nextFile += 1
      state.open[number] = state.nodes[path]?.inode
      return (number, 0)
    }
    guard result.code == 0 else { throw .disk(.open, path: path, code: result.code) }
    return DiskFile(number: result.number, path: path)
  }

  func close(_ file: DiskFile) {
    let due = state.withLock { state -> [String: [UInt8]] in
      state.open[file.number] = nil
      guard let later = state.later, later.path == file.path else { return [:] }
      state.later = nil
      return later.files
    }
    for (path, bytes) in due { put(bytes, at: path) }
  }

  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    guard let node = state.withLock({ $0.node(of: file) }) else { throw lost(.read, file.path) }
    let start = min(Int(offset), node.bytes.count)
    let end = min(start + count, node.bytes.count)
    state.withLock { $0.reads.append((file.path, end - start)) }
    return Array(node.bytes[start..<end])
  }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError) {
    let (isFailing, code) = state.withLock { ($0.failing.contains(.write), $0.failure) }
    // A disk that can only be read takes nothing at all.
    let kept = code == EROFS ? 0 : bytes.count / 2
    let bytes = isFailing ? Array(bytes.prefix(kept)) : bytes
    change(file) { node in
      let start = Int(offset)
      while node.bytes.count < start { node.bytes.append(0) }
      let end = min(start + bytes.count, node.bytes.count)
      node.bytes.replaceSubrange(start..<end, with: bytes)
    }
    try check(.write, file.path)
  }

  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    try check(.cut, file.path)
    change(file) { $0.bytes = Array($0.bytes.prefix(Int(length))) }
  }

  func synchronize(_ file: DiskFile) throws(StoreError) {
    try check(.synchronize, file.path)
    let due = state.withLock { state -> (@Sendable () -> Void)? in
      guard let meanwhile = state.meanwhile, meanwhile.path == file.path else { return nil }
      state.meanwhile = nil
      return meanwhile.body
    }
    due?()
  }

  func synchronizeDirectory(_ path: String) throws(StoreError) {}
  func lock(_ file: DiskFile) throws(StoreError) {}
  func unlock(_ file: DiskFile) {}

  func makeDirectory(_ path: String) throws(StoreError) {
    try check(.makeDirectory, path)
    state.withLock { state in
      guard state.nodes[path] == nil else { return }
      state.nodes[path] = state.node(isDirectory: true)
      state.touch(LocalDisk.parent(of: path))
    }
  }

  func list(_ path: String) throws(StoreError) -> [String] {
    try checkRights(.list, path, looksInside: true)
    let prefix = path.isEmpty ? "" : path + "/"
    return state.withLock { state in
      state.nodes.keys.filter { !$0.isEmpty && LocalDisk.parent(of: $0) == path }
        .map { String($0.dropFirst(prefix.count)) }.sorted()
    }
  }

  func rename(_ path: String, to target: String) throws(StoreError) {
    try check(.rename, path)
    state.withLock { state in
      state.nodes[target] = state.nodes.removeValue(forKey: path)
      state.touch(LocalDisk.parent(of: target))
    }
  }

  func remove(_ path: String) throws(StoreError) {
    try check(.remove, path)
    state.withLock { state in
      state.nodes[path] = nil
      state.touch(LocalDisk.parent(of: path))
    }
  }

  func mayWrite(_ path: String) -> WritePermission {
    state.withLock { $0.permission }
  }

  var clock: Int64 { state.withLock { $0.now } }
  var wallTime: Int64 { state.withLock { $0.wallTime } }

  /// Sets the wall clock, which stands still otherwise, long after all that tests write.
  func setWallTime(_ time: Instant) { state.withLock { $0.wallTime = time.milliseconds } }

  // MARK: Steps

  private func lost(_ operation: StoreError.Operation, _ path: String) -> StoreError {
    .disk(operation, path: path, code: EBADF)
  }

  private func change(_ file: DiskFile, _ body: (inout Node) -> Void) {
    state.withLock { state in
      guard let inode = state.open[file.number],
        let path = state.nodes.first(where: { $0.value.inode == inode })?.key,
        var node = state.nodes[path]
      else { return }
      body(&node)
      state.now += 1
      node.modified = state.now
      state.nodes[path] = node
    }
  }

  private static func status(_ node: Node) -> FileStatus {
    FileStatus(
      kind: node.isDirectory ? .directory : .file, size: Int64(node.bytes.count), device: 1,
      inode: node.inode, modified: node.modified, changed: node.modified,
      permissions: node.isDirectory ? 0o700 : 0o600)
  }
}

extension MemoryDisk.State {
  fileprivate mutating func node(isDirectory: Bool) -> MemoryDisk.Node {
    nextInode += 1
    now += 1
    return MemoryDisk.Node(isDirectory: isDirectory, inode: nextInode, modified: now)
  }

  fileprivate mutating func touch(_ path: String) {
    now += 1
    nodes[path]?.modified = now
  }

  fileprivate func node(of file: DiskFile) -> MemoryDisk.Node? {
    guard let inode = open[file.number] else { return nil }
    return nodes.values.first { $0.inode == inode }
  }
}
