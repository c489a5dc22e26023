import Glibc

/// The machine's own file system.
package struct LocalDisk: Disk {
  package let root: String

  /// A disk below the directory at `root`.
  package init(root: String) {
    var root = root
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
    self.root = root
  }

  private func full(_ path: String) -> String {
    guard !path.isEmpty else { return root }
    var full = ""
    // One piece of memory: each commit looks at several paths.
    full.reserveCapacity(root.utf8.count + 1 + path.utf8.count)
    full += root
    full += "/"
    full += path
    return full
  }

  private func failure(_ operation: StoreError.Operation, _ path: String) -> StoreError {
    .disk(operation, path: full(path), code: errno)
  }

  // MARK: Looking

  package func status(_ path: String) throws(StoreError) -> FileStatus? {
    var info = stat()
    // The store's own directory may be reached through a link; what stands in it may not.
    let result = path.isEmpty ? stat(root, &info) : lstat(full(path), &info)
    if result == 0 { return Self.status(info) }
    // Below a file there is nothing.
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(.look, path)
  }

  package func status(of file: DiskFile) throws(StoreError) -> FileStatus {
    var info = stat()
    guard fstat(file.number, &info) == 0 else { throw failure(.look, file.path) }
    return Self.status(info)
  }

  private static func status(_ info: stat) -> FileStatus {
    let kind: FileStatus.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int64(info.st_size), device: UInt64(info.st_dev),
      inode: UInt64(info.st_ino),
      modified: nanoseconds(info.st_mtim), changed: nanoseconds(info.st_ctim),
      permissions: UInt32(info.st_mode & 0o7777))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  package func list(_ path: String) throws(StoreError) -> [String] {
    // As with `status`: the store's own directory may be reached through a link.
    let following = path.isEmpty ? 0 : O_NOFOLLOW
    let number = Glibc.open(full(path), O_RDONLY | O_DIRECTORY | following | O_CLOEXEC)
    guard number >= 0 else { throw failure(.list, path) }
    guard let directory = fdopendir(number) else {
      let error = failure(.list, path)
      _ = Glibc.close(number)
      throw error
    }
    defer { closedir(directory) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else { break }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw failure(.list, path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func mayWrite(_ path: String) -> WritePermission {
    if access(full(path), W_OK | X_OK) == 0 { return .granted }
    return errno == EROFS ? .readOnlyDisk : .refused
  }

  // MARK: Files

  package func open(_ path: String, _ mode: OpenMode) throws(StoreError) -> DiskFile {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .write: O_RDWR | O_CREAT
      case .create: O_RDWR | O_CREAT | O_EXCL
      }
    let number = Glibc.open(full(path), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard number >= 0 else {
      // A link, a directory to be written, a socket.
      if [ELOOP, EISDIR, ENXIO].contains(errno) { throw .notAFile(path: full(path)) }
      throw failure(.open, path)
    }
    let file = DiskFile(number: number, path: path)
    let status: FileStatus
    do {
      status = try self.status(of: file)
    } catch {
      close(file)
      throw error
    }
    guard status.kind == .file else {
      close(file)
      throw .notAFile(path: full(path))
    }
    return file
  }

  package func close(_ file: DiskFile) { _ = Glibc.close(file.number) }

  package func read(
    _ file: DiskFile, at offset: Int64, count: Int
  ) throws(StoreError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      while filled < count {
        let got = pread(
          file.number, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset) + off_t(filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    guard code == 0 else { throw .disk(.read, path: full(file.path), code: code) }
    return bytes
  }

  package func write(
    _ bytes: [UInt8], to file: DiskFile, at offset: Int64
  ) throws(StoreError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let got = pwrite(
          file.number, buffer.baseAddress.map { $0 + written }, buffer.count - written,
          off_t(offset) + off_t(written))
        if got >= 0 {
          written += got
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw .disk(.write, path: full(file.path), code: code) }
  }

  package func truncate(_ file: DiskFile, to length: Int64) throws(StoreError) {
    guard ftruncate(file.number, off_t(length)) == 0 else { throw failure(.cut, file.path) }
  }

  package func synchronize(_ file: DiskFile) throws(StoreError) {
    guard fdatasync(file.number) == 0 else { throw failure(.synchronize, file.path) }
  }

  package func lock(_ file: DiskFile) throws(StoreError) {
    while flock(file.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure(.lock, file.path) }
    }
  }

  package func unlock(_ file: DiskFile) { _ = flock(file.number, LOCK_UN) }

  // MARK: Directories

  package func makeDirectory(_ path: String) throws(StoreError) {
    if mkdir(full(path), 0o700) == 0 { return }
    guard errno == EEXIST else { throw failure(.makeDirectory, path) }
    guard try status(path)?.kind == .directory else { throw .notADirectory(path: full(path)) }
  }

  package func synchronizeDirectory(_ path: String) throws(StoreError) {
    let number = Glibc.open(full(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw failure(.synchronize, path) }
    defer { _ = Glibc.close(number) }
    guard fsync(number) == 0 else { throw failure(.synchronize, path) }
  }

  package func rename(_ path: String, to target: String) throws(StoreError) {
    guard Glibc.rename(full(path), full(target)) == 0 else { throw failure(.rename, path) }
  }

  package func remove(_ path: String) throws(StoreError) {
    guard unlink(full(path)) == 0 else { throw failure(.remove, path) }
  }

  // MARK: The machine

  package var machine: String {
    let number = Glibc.open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return "" }
    let file = DiskFile(number: number, path: "")
    defer { close(file) }
    guard let bytes = try? read(file, at: 0, count: 32) else { return "" }
    return String(decoding: bytes.prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
  }

  package var clock: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Self.nanoseconds(time)
  }

  package var wallTime: Int64 { clock / 1_000_000 }
}
