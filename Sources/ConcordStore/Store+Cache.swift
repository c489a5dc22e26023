import ConcordModel

extension Store {
  /// Whether so much has come since the cache was written that the next opening would feel it:
  /// 256 KiB or 500 lines.
  public var cacheIsWorthWriting: Bool {
    let isMuch = unsaved.bytes > 256 * 1024 || unsaved.changes > 500
    return isMuch && mayWriteCache
  }

  /// A cache may be written by whoever may write here, and never from a journal with damage.
  private var mayWriteCache: Bool { restriction == nil && !isOutOfDate }

  /// The state to be written as the cache, by a worker or at once.
  public func cacheSnapshot() -> CacheSnapshot {
    unsaved = UnsavedLines()
    return CacheSnapshot(
      disk: disk, identity: identity, workspace: workspace,
      tails: tails.values.filter { $0.number > 0 }, prints: prints.prints)
  }

  /// Writes the cache; does nothing where the store can only be read.
  public func writeCache() throws(StoreError) {
    guard mayWriteCache else { return }
    try cacheSnapshot().write()
  }

  /// The digest of the state in memory (see `StateDigest`).
  public var digest: String { StateDigest.of(workspace) }
}
