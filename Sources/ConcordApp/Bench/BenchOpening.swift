import ConcordModel
import ConcordStore

/// How long a store takes until all of it can be asked, and in how much memory.
struct BenchOpening {
  let settings: Settings
  let runs: Int

  /// - Parameter memory: whether nothing has been opened in this process before.
  func measure(memory: Bool) throws(StoreError) -> [BenchResult] {
    let disk = LocalDisk(root: settings.store)
    let cache = Double(try disk.status("cache/state.jsonl")?.size ?? 0) / 1_000_000
    var results = [BenchResult("cache file", unit: "MB", [cache])]
    // The first opening tells of the memory: the later ones find it used.
    var anonymous = 0.0
    var peak = 0.0
    var times: [Double] = []
    var processor: [Double] = []
    var isCached = true
    for run in 0..<runs {
      let (start, used) = (BenchClock.now, BenchClock.processor)
      let store = try Store.open(on: disk, access: .readOnly, today: settings.now.day())
      times.append(BenchClock.now - start)
      processor.append(BenchClock.processor - used)
      isCached = isCached && store.cacheWasOfUse
      if run == 0 {
        (anonymous, peak) = (BenchMemory.anonymous, BenchMemory.peak)
        var count = 0
        for kind in (UInt8(65)...90).compactMap(RecordKind.init(rawValue:)) {
          count += store.workspace.count(kind)
        }
        results.append(BenchResult("records", unit: "", [Double(count)]))
      }
    }
    results.append(BenchResult(isCached ? "open with cache" : "open, no cache of use", times))
    results.append(BenchResult("open, all processors", processor))
    guard memory else { return results }
    results.append(BenchResult("anonymous memory", unit: "MB", [anonymous]))
    results.append(BenchResult("peak memory", unit: "MB", [peak]))
    return results
  }

  func measureJournal() throws(StoreError) -> [BenchResult] {
    let disk = LocalDisk(root: settings.store)
    var times: [Double] = []
    for _ in 0..<min(runs, BenchPast.longRuns) {
      times.append(
        try BenchClock.milliseconds { () throws(StoreError) in
          _ = try Store.open(
            on: disk, access: .readOnly, today: settings.now.day(), usingCache: false)
        })
    }
    return [BenchResult("open from journal", times)]
  }
}
