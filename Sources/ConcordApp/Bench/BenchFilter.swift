import ConcordModel
import ConcordStore

/// How long a list of all partners takes to follow each letter of a filter.
struct BenchFilter {
  let store: Store
  let runs: Int

  private static let words = "port emer"

  func measure() -> [BenchResult] {
    let workspace = store.workspace
    var listing: [Double] = []
    var letters: [Double] = []
    for _ in 0..<runs {
      let start = BenchClock.now
      let list = Listing(.partner, SortOrder("risk", descending: true), in: workspace)
      listing.append(BenchClock.now - start)
      for length in 1...Self.words.count {
        letters.append(
          BenchClock.milliseconds {
            let filter = Filter(String(Self.words.prefix(length)))
            let plan = FilterPlan(filter, kind: .partner, in: workspace, me: nil)
            _ = list.rows(plan, in: workspace, work: ThreadedWork())
          })
      }
    }
    return [
      BenchResult("sort partners by risk", listing), BenchResult("filter, one letter", letters),
    ]
  }
}
