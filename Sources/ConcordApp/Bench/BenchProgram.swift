import ConcordJSON
import ConcordModel
import ConcordStore
import Glibc

/// Measures this program: `concord bench`.
public struct BenchProgram: Sendable {
  /// How often each thing is done; the median counts.
  public var runs = 9
  /// Whether the store is opened from its journal too.
  public var opensJournal = false
  /// Whether the numbers come as JSON.
  public var isJSON = false

  /// The usual runs.
  public init() {}

  /// Measures, and writes the numbers.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    guard (1...1000).contains(runs) else {
      throw CommandLineFailure(.usage, "--runs is \(runs): expected a number from 1 to 1000")
    }
    let settings = try common.settings()
    let directory = try BenchDirectory()
    defer { directory.remove() }
    var results: [BenchResult] = []
    do {
      results += try BenchOpening(settings: settings, runs: runs).measure(journal: opensJournal)
      let store = try Store.open(at: settings.store, access: .readOnly, today: settings.now.day())
      results += BenchFilter(store: store, runs: runs).measure()
      results += try BenchCommit(settings: settings, runs: runs).measure(in: directory.path)
      results += try BenchImport(settings: settings, runs: runs).measure(in: directory.path)
    } catch let error as StoreError {
      throw CommandLineFailure(error)
    } catch let failure as CommitFailure {
      throw CommandLineFailure(failure)
    } catch let failure as CommandLineFailure {
      throw failure
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
    try write(results)
  }

  private func write(_ results: [BenchResult]) throws(CommandLineFailure) {
    var output = StandardOutput.output
    if isJSON {
      var json = JSONWriter()
      json.beginArray()
      for result in results { result.write(to: &json) }
      json.endArray()
      json.newline()
      try output.bytes(json.bytes)
    } else {
      for result in results { try output.line(result.words) }
    }
    try output.flush()
  }
}
