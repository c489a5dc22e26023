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
    var results: [BenchResult] = []
    do {
      results += try BenchOpening(settings: settings, runs: runs).measure(journal: opensJournal)
    } catch {
      throw CommandLineFailure(error)
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
