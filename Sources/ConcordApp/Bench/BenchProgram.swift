import ConcordJSON
import ConcordModel
import ConcordStore

/// Measures this program: `concord bench`.
public struct BenchProgram: Sendable {
  /// How often each thing is done; the median counts.
  public var runs = 9
  /// What is measured.
  public var parts = Set(BenchPart.allCases)
  /// Partners of stores that are made for it, each with five flags and three tasks a partner; the
  /// store of the settings where there are none.
  public var sizes: [Int] = []
  /// Whether the numbers come as JSON.
  public var isJSON = false

  /// The usual runs.
  public init() {}

  /// Numbers of one store.
  private struct Table {
    let partners: Int
    let results: [BenchResult]
  }

  /// Measures, and writes the numbers.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    guard (1...1000).contains(runs) else {
      throw CommandLineFailure(.usage, "--runs is \(runs): expected a number from 1 to 1000")
    }
    var settings = try common.settings()
    let directory = try scratchDirectory()
    defer { directory.remove() }
    var tables: [Table] = []
    if sizes.isEmpty { tables.append(try measure(settings, directory, isFirst: true)) }
    for (place, size) in sizes.enumerated() {
      var office = BenchOffice(at: directory.path + "/store")
      office.partners = size
      (office.flags, office.tasks) = (5 * size, 3 * size)
      try office.run(common)
      settings.store = office.path
      tables.append(try measure(settings, directory, isFirst: place == 0))
      directory.remove("store")
    }
    try write(tables)
  }

  private func scratchDirectory() throws(CommandLineFailure) -> ScratchDirectory {
    do {
      return try ScratchDirectory("bench")
    } catch {
      throw CommandLineFailure(error)
    }
  }

  /// - Parameter isFirst: what is the same for every store is measured beside the first only.
  private func measure(
    _ settings: Settings, _ directory: ScratchDirectory, isFirst: Bool
  ) throws(CommandLineFailure) -> Table {
    var results: [BenchResult] = []
    do {
      if parts.contains(.open) {
        results += try BenchOpening(settings: settings, runs: runs).measure(memory: isFirst)
      }
      if parts.contains(.journal) {
        results += try BenchOpening(settings: settings, runs: runs).measureJournal()
      }
      let store = try Store.open(at: settings.store, access: .readOnly, today: settings.now.day())
      if parts.contains(.filter) { results += BenchFilter(store: store, runs: runs).measure() }
      if parts.contains(.triage) {
        results += try BenchTriage(settings: settings, runs: runs).measure()
      }
      if parts.contains(.checks) { results += BenchChecks(store: store, runs: runs).measure() }
      if parts.contains(.past) {
        results += try BenchPast(settings: settings, runs: runs).measure(in: directory)
        directory.remove("past")
      }
      if parts.contains(.commit), isFirst {
        results += try BenchCommit(settings: settings, runs: runs).measure(in: directory.path)
      }
      if parts.contains(.import), isFirst {
        results += try BenchImport(settings: settings, runs: runs).measure(in: directory.path)
      }
      return Table(partners: store.workspace.count(.partner), results: results)
    } catch let error as StoreError {
      throw CommandLineFailure(error)
    } catch let failure as CommitFailure {
      throw CommandLineFailure(failure)
    } catch let failure as CommandLineFailure {
      throw failure
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  private func write(_ tables: [Table]) throws(CommandLineFailure) {
    var output = StandardOutput.output
    if isJSON {
      var json = JSONWriter()
      json.beginArray()
      for table in tables {
        for result in table.results { result.write(to: &json, partners: table.partners) }
      }
      json.endArray()
      json.newline()
      try output.bytes(json.bytes)
    } else {
      for table in tables {
        try output.line(Counted.words(table.partners, "partner") + ":")
        for result in table.results { try output.line(result.words) }
      }
    }
    try output.flush()
  }
}
