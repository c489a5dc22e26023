/// What stands where in a store, beside the journals: so that something else in a file's place is
/// noticed when the store is opened, and not half-way through a change.
enum StoreLayout {
  private static let directories = [
    "journal", "cache", PastStates.directory, "local", Quarantine.directory,
  ]
  private static let files = [
    StateCache.file, StateCache.draft, StateCache.draft(in: PastStates.directory), "local/lock",
    Heads.file, WriterIdentity.file,
    RedactionMark.file,
  ]

  /// What is not what it should be. Below a directory that is none, nothing is looked at.
  static func misfits(on disk: some Disk) throws(StoreError) -> [Misfit] {
    var misfits: [Misfit] = []
    func isBelowMisfit(_ path: String) -> Bool {
      misfits.contains { path.hasPrefix($0.path + "/") }
    }
    for path in directories where !isBelowMisfit(path) {
      guard let status = try status(path, on: disk, &misfits), status.kind != .directory else {
        continue
      }
      misfits.append(Misfit(path: path, error: .notADirectory(path: disk.root + "/" + path)))
    }
    for path in files where !isBelowMisfit(path) {
      guard let status = try status(path, on: disk, &misfits), status.kind != .file else {
        continue
      }
      misfits.append(Misfit(path: path, error: .notAFile(path: disk.root + "/" + path)))
    }
    return misfits
  }

  /// What stands at a path. A cache that cannot be looked at is a misfit as a whole.
  private static func status(
    _ path: String, on disk: some Disk, _ misfits: inout [Misfit]
  ) throws(StoreError) -> FileStatus? {
    do {
      return try disk.status(path)
    } catch {
      guard path.hasPrefix(cache + "/") else { throw error }
      misfits.append(Misfit(path: cache, error: error))
      return nil
    }
  }

  private static let cache = "cache"

  /// Something that is not what should be there.
  struct Misfit {
    let path: String
    let error: StoreError

    /// Whether a store can do without: it is slower then, and nothing else.
    var isDispensable: Bool { path.hasPrefix(StoreLayout.cache) }
    /// Whether it can be moved aside: not the directory that things are moved to, nor what holds the
    /// changes, nor what this account may not even look at.
    var isMovable: Bool {
      if case .disk = error { return false }
      return !["journal", "local", Quarantine.directory].contains(path)
    }
  }
}
