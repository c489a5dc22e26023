import ConcordModel
import ConcordStore

/// How long all consistency checks take over all records, on all threads and on one.
struct BenchChecks {
  let store: Store
  let runs: Int

  func measure() -> [BenchResult] {
    let workspace = store.workspace
    var together: [Double] = []
    var alone: [Double] = []
    for _ in 0..<runs {
      together.append(BenchClock.milliseconds { _ = CheckReport(workspace, ThreadedWork()) })
      alone.append(BenchClock.milliseconds { _ = CheckReport(workspace) })
    }
    return [
      BenchResult("consistency checks", together),
      BenchResult("consistency checks, one thread", alone),
    ]
  }
}
