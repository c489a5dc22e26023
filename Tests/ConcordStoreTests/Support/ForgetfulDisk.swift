import ConcordStore
import Glibc
import Synchronization

/// A disk that does exactly what POSIX promises and no more: what was not synchronised is gone after
/// a power cut. It can cut the power, or fail once, at a call of the test's choice.
final class ForgetfulDisk: Disk {
  /// What becomes of what was not synchronised.
  enum Memory: CaseIterable, Sendable {
    /// It is all lost: contents, lengths, names.
    case nothing
    /// It is all there: the cut came late.
    case everything
    /// Names are there, of contents the first half of what was added.
    case half
  }

  fileprivate struct File {
    var bytes: [UInt8] = []
    var durable: [UInt8] = []
    var modified: Int64
  }

  fileprivate struct Directory {
    /// The name of each entry, and its inode.
    var entries: [String: UInt64] = [:]
    var durable: [String: UInt64] = [:]
    var modified: Int64
  }

  fileprivate struct State {
    var files: [UInt64: File] = [:]
    var directories: [String: Directory] = [:]
    /// Which directory an inode is.
    var directoryInodes: [UInt64: String] = [:]
    var open: [Int32: UInt64] = [:]
    var nextFile: Int32 = 3
    var nextInode: UInt64 = 10
    var now: Int64 = 0
    var calls = 0
    var cutAt = Int.max
    var failAt = Int.max
  }

  private let state: Mutex<State>
  let root = "memory"
  let machine = "0123456789abcdef"

  init() {
    var state = State()
    state.directories[""] = Directory(modified: 0)
    self.state = Mutex(state)
  }

  private init(_ state: sending State) { self.state = Mutex(state) }

  // MARK: For tests

  /// Calls that change something or make it safe, so far.
  var calls: Int { state.withLock { $0.calls } }

  /// The power goes before the call that comes `calls` calls from now: from then on nothing works.
  func cutPower(after calls: Int) { state.withLock { $0.cutAt = $0.calls + calls } }

  /// The call that comes `calls` calls from now fails once, having done nothing.
  func fail(after calls: Int) { state.withLock { $0.failAt = $0.calls + calls } }

  /// Whether the power is gone.
  var isOff: Bool { state.withLock { $0.calls > $0.cutAt } }

  /// The disk after the power came back.
  func afterPowerCut(_ memory: Memory) -> ForgetfulDisk {
    let old = state.withLock { $0 }
    var new = State()
    new.nextInode = old.nextInode
    new.now = old.now + 1
    new.directoryInodes = old.directoryInodes
    for (inode, file) in old.files {
      var kept = file
      switch memory {
      case .nothing: kept.bytes = file.durable
      case .everything: break
      case .half:
        if file.bytes.starts(with: file.durable) {
          let added = file.bytes.count - file.durable.count
          kept.bytes = Array(file.bytes.prefix(file.durable.count + added / 2))
        } else {
          kept.bytes = file.durable
        }
      }
      kept.durable = kept.bytes
      new.files[inode] = kept
    }
    for (path, directory) in old.directories {
      var kept = directory
      if memory == .nothing { kept.entries = directory.durable }
      kept.durable = kept.entries
      new.directories[path] = kept
    }
    return ForgetfulDisk(new)
  }

  private func work<Result>(
    _ operation: StoreError.Operation, _ path: String, code: Int32 = EIO,
    _ body: (inout State) throws(Errno) -> Result
  ) throws(StoreError) -> Result {
    let outcome = state.withLock { state -> Swift.Result<Result, Errno> in
      let call = state.calls
      state.calls += 1
      guard call < state.cutAt else { return .failure(Errno(EIO)) }
      if call == state.failAt { return .failure(Errno(code)) }
      do throws(Errno) {
        return .success(try body(&state))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let error): throw .disk(operation, path: path, code: error.code)
    }
  }

  private func look<Result>(
    _ path: String, _ body: (inout State) throws(Errno) -> Result
  ) throws(StoreError) -> Result {
    let outcome = state.withLock { state -> Swift.Result<Result, Errno> in
      guard state.calls <= state.cutAt else { return .failure(Errno(EIO)) }
      do throws(Errno) {
        return .success(try body(&state))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let error): throw .disk(.look, path: path, code: error.code)
    }
  }

  fileprivate struct Errno: Error {
    let code: Int32
    init(_ code: Int32) { self.code = code }
  }

  // MARK: Disk

  func status(_ path: String) throws(StoreError) -> FileStatus? {
    try look(path) { state in
      if let directory = state.directories[path], state.exists(path) {
        return FileStatus(
          kind: .directory, size: 0, device: 1, inode: 1, modified: directory.modified,
          changed: directory.modified, permissions: 0o700)
      }
      guard let inode = state.inode(path), let file = state.files[inode] else { return nil }
      return Self.status(file, inode)
    }
  }

  func status(of file: DiskFile) throws(StoreError) -> FileStatus {
    try look(file.path) { state throws(Errno) in
      guard let inode = state.open[file.number], let found = state.files[inode] else {
        throw Errno(EBADF)
      }
      return Self.status(found, inode)
    }
  }

  private static func status(_ file: File, _ inode: UInt64) -> FileStatus {
    FileStatus(
      kind: .file, size: Int64(file.bytes.count), device: 1, inode: inode, modified: file.modified,
      changed: file.modified, permissions: 0o600)
  }

  func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    let known = try look(path) { $0.inode(path) }
    if known != nil || mode == .read {
      let number = try look(path) { state throws(Errno) in
        if mode == .create { throw Errno(EEXIST) }
        guard let known, state.files[known] != nil else { throw Errno(ENOENT) }
        return state.opened(known)
      }
      return DiskFile(number: number, path: path)
    }
    let number = try work(.open, path) { state throws(Errno) in
      let inode = state.newInode()
      state.files[inode] = File(modified: state.now)
      try state.enter(path, inode)
      return state.opened(inode)
    }
    return DiskFile(number: number, path: path)
  }

  func close(_ file: DiskFile) { state.withLock { $0.open[file.number] = nil } }

  func read(_ file: DiskFile, at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    try look(file.path) { state throws(Errno) in
      guard let inode = state.open[file.number], let found = state.files[inode] else {
        throw Errno(EBADF)
      }
      return Array(found.bytes.dropFirst(Int(offset)).prefix(count))
    }
  }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(StoreError) {
    try work(.write, file.path, code: ENOSPC) { state throws(Errno) in
      try state.change(file) { found in
        while found.bytes.count < Int(offset) { found.bytes.append(0) }
        let end = min(Int(offset) + bytes.count, found.bytes.count)
        found.bytes.replaceSubrange(Int(offset)..<end, with: bytes)
      }
    }
  }

  func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    try work(.cut, file.path) { state throws(Errno) in
      try state.change(file) { $0.bytes = Array($0.bytes.prefix(Int(length))) }
    }
  }

  func synchronize(_ file: DiskFile) throws(StoreError) {
    try work(.synchronize, file.path) { state throws(Errno) in
      try state.change(file) { $0.durable = $0.bytes }
    }
  }

  func synchronizeDirectory(_ path: String) throws(StoreError) {
    try work(.synchronize, path) { state throws(Errno) in
      guard let found = state.directories[path] else { throw Errno(ENOENT) }
      state.directories[path]?.durable = found.entries
    }
  }

  func lock(_ file: DiskFile) throws(StoreError) {}
  func unlock(_ file: DiskFile) {}

  func makeDirectory(_ path: String) throws(StoreError) {
    if try look(path, { $0.exists(path) }) { return }
    try work(.makeDirectory, path) { state throws(Errno) in
      let inode = state.newInode()
      state.directories[path] = Directory(modified: state.now)
      state.directoryInodes[inode] = path
      try state.enter(path, inode)
    }
  }

  func list(_ path: String) throws(StoreError) -> [String] {
    try look(path) { state throws(Errno) in
      guard let found = state.directories[path], state.exists(path) else { throw Errno(ENOENT) }
      return found.entries.keys.sorted()
    }
  }

  func rename(_ path: String, to target: String) throws(StoreError) {
    try work(.rename, path) { state throws(Errno) in
      guard let inode = state.inode(path) else { throw Errno(ENOENT) }
      try state.leave(path)
      try state.enter(target, inode)
    }
  }

  func remove(_ path: String) throws(StoreError) {
    try work(.remove, path) { state throws(Errno) in try state.leave(path) }
  }

  func mayWrite(_ path: String) -> WritePermission { .granted }

  var clock: Int64 { state.withLock { $0.now } }
  let wallTime = TestOffice.occasion(1_000_000).now.milliseconds
}

extension ForgetfulDisk.State {
  fileprivate static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  fileprivate func inode(_ path: String) -> UInt64? {
    directories[LocalDisk.parent(of: path)]?.entries[Self.name(path)]
  }

  /// A directory whose name was forgotten is not there any more.
  fileprivate func exists(_ path: String) -> Bool {
    if path.isEmpty { return true }
    return directories[path] != nil && inode(path) != nil && exists(LocalDisk.parent(of: path))
  }

  fileprivate mutating func newInode() -> UInt64 {
    nextInode += 1
    now += 1
    return nextInode
  }

  fileprivate mutating func opened(_ inode: UInt64) -> Int32 {
    nextFile += 1
    open[nextFile] = inode
    return nextFile
  }

  fileprivate mutating func enter(
    _ path: String, _ inode: UInt64
  ) throws(ForgetfulDisk.Errno) {
    let parent = LocalDisk.parent(of: path)
    guard exists(parent) else { throw ForgetfulDisk.Errno(ENOENT) }
    now += 1
    directories[parent]?.entries[Self.name(path)] = inode
    directories[parent]?.modified = now
  }

  fileprivate mutating func leave(_ path: String) throws(ForgetfulDisk.Errno) {
    let parent = LocalDisk.parent(of: path)
    now += 1
    directories[parent]?.entries[Self.name(path)] = nil
    directories[parent]?.modified = now
  }

  fileprivate mutating func change(
    _ file: DiskFile, _ body: (inout ForgetfulDisk.File) -> Void
  ) throws(ForgetfulDisk.Errno) {
    guard let inode = open[file.number], var found = files[inode] else {
      throw ForgetfulDisk.Errno(EBADF)
    }
    body(&found)
    now += 1
    found.modified = now
    files[inode] = found
  }
}
