@testable import ConcordInterchange
@testable import ConcordModel

/// A workspace that tests import into, with a clock and ids that stand still.
struct ImportBench {
  var workspace = Workspace(
    office: Office(name: "Test office", zone: "America/Chicago"),
    today: ImportBench.today ?? Day(number: 0))
  private var line: Int64 = 0

  static let today = Day("2026-11-21")

  /// Reads a file without keeping what it would do.
  func dryRun(
    _ file: SourceFile, _ options: ImportOptions = ImportOptions(),
    work: some ParallelWork = OneByOne(), progress: (Progress) -> Bool = { _ in true }
  ) throws(ImportFailure) -> ImportResult {
    let context = CommandContext(
      now: Instant(milliseconds: 1_795_219_200_000), today: workspace.today, author: "m.ruiz",
      account: "mruiz@test", ids: .seeded(7, position: UInt64(line)))
    return try Importer(workspace, context, options).run(file, work: work, progress: progress)
  }

  /// Imports a file.
  @discardableResult
  mutating func run(
    _ file: SourceFile, _ options: ImportOptions = ImportOptions()
  ) throws(ImportFailure) -> ImportResult {
    let result = try dryRun(file, options)
    line += 1
    let id = LineID("TEST", line)
    workspace.apply(
      Transaction(
        id: id, first: id, time: line, wallTime: nil, author: "m.ruiz", account: "mruiz@test",
        command: "import", undoes: nil, steps: result.operations.map { .init(id, $0) }))
    return result
  }

  @discardableResult
  mutating func run(
    _ text: String, _ options: ImportOptions = ImportOptions()
  ) throws(ImportFailure) -> ImportResult {
    try run(SourceFile(name: "t.csv", bytes: Array(text.utf8)), options)
  }

  /// The failure that an import ends in.
  func failure(_ text: String, _ options: ImportOptions = ImportOptions()) -> ImportFailure? {
    do {
      _ = try dryRun(SourceFile(name: "t.csv", bytes: Array(text.utf8)), options)
      return nil
    } catch {
      return error
    }
  }

  /// The partners of a name, in their order.
  func partners(named name: String) -> [RecordID] {
    workspace.rows(.partner).map { workspace[.partner].id($0) }
      .filter { workspace.value($0, "name")?.text == name }
  }

  func value(_ name: String, _ field: String) -> FieldValue? {
    partners(named: name).first.flatMap { workspace.value($0, field) }
  }

  /// The links of a type as pairs of names.
  func links(_ type: String) -> [[String]] {
    workspace.rows(.link).map { workspace[.link].id($0) }
      .filter { workspace.value($0, "type")?.text == type }
      .map { link in
        ["from", "to"].map { end in
          workspace.value(link, end)?.text.flatMap { RecordID($0) }
            .flatMap { workspace.value($0, "name")?.text } ?? "?"
        }
      }
  }
}

extension ImportResult {
  /// created, updated, merged, unchanged, rejected.
  var counts: [Int] {
    [report.created, report.updated, report.merged, report.unchanged, report.rejected]
  }

  var addsUp: Bool { counts.reduce(0, +) == report.read }
}

extension ImportOptions {
  /// Options of a map and settings as the command line writes them.
  init(map: [String] = [], set: [String] = [], updates: Bool = false) {
    self.init()
    self.map = map.compactMap { ColumnAssignment($0) }
    self.set = set.compactMap { FieldSetting($0) }
    self.updates = updates
  }
}
