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

  /// The state to be written as the cache.
  private func cacheSnapshot() -> CacheSnapshot {
    unsaved = UnsavedLines()
    return CacheSnapshot(
      disk, identity, workspace, tails.values, prints.prints, at: StateCache.file)
  }

  /// Lets a worker write the cache where the next opening would gain by it, while the store goes on.
  public func keepCache() {
    guard cacheIsWorthWriting, !cacheWorker.isBusy else { return }
    cacheWorker.write(CacheWorker.Job(cacheSnapshot()))
  }

  /// Writes the cache; does nothing where the store can only be read.
  public func writeCache() throws(StoreError) {
    guard mayWriteCache else { return }
    try cacheSnapshot().write()
  }

  /// The digest of the state in memory (see `StateDigest`).
  public var digest: String { StateDigest.of(workspace) }
}
