import ConcordInterchange
import ConcordModel
import ConcordStore

/// How long a file of as many rows as the registry of .gov domains has takes to come in: read,
/// compared, written and safe.
struct BenchImport {
  let settings: Settings
  let runs: Int

  /// Rows of dotgov.csv in 2026.
  private static let rows = 16_539

  func measure(in directory: String) throws -> [BenchResult] {
    let file = SourceFile(name: "bench.csv", bytes: try Self.file())
    var options = ImportOptions()
    options.map = ["Name=name", "Kind=kind", "State=state", "City=city", "Domain=domains"]
      .compactMap { ColumnAssignment($0) }
    var times: [Double] = []
    for run in 0..<runs {
      let disk = LocalDisk(root: directory + "/import\(run)")
      _ = try Store.create(on: disk, office: "Bench office", zone: "UTC")
      let store = try Store.open(on: disk, today: settings.now.day())
      let occasion = Occasion(
        author: settings.author, account: settings.account, now: settings.now,
        today: settings.now.day())
      times.append(
        try BenchClock.milliseconds {
          try store.commit("import", occasion) { [options] workspace, context in
            (try? Importer(workspace, context, options).run(file, work: ThreadedWork()))?.operations
              ?? []
          }
        })
    }
    return [BenchResult("import of \(Self.rows) rows", times)]
  }

  private static func file() throws(CommandLineFailure) -> [UInt8] {
    let data = try DemoData()
    var dice = DemoRandom(1, 31)
    var names = DemoNames(data, seed: 1, count: rows)
    var text = "Name,Kind,State,City,Domain\n"
    for _ in 0..<rows {
      let kind = data.kinds[dice.place(data.kinds.map(\.weight))]
      let state = data.states[dice.place(data.states.map(\.weight))]
      let (name, city) = names.partner(kind, state)
      text += "\"\(name)\",\(kind.key),\(state.code),\(city ?? "")"
      text += ",\(DemoNames.domain(name, state.code))\n"
    }
    return Array(text.utf8)
  }
}
