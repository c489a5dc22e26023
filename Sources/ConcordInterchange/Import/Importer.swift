import ConcordModel

/// Imports a file: reads its rows, finds what each is about, and gives the operations of one
/// transaction with the account of every row. It writes nothing: a dry run is to leave it at that.
package struct Importer: Sendable {
  private let workspace: Workspace
  private let context: CommandContext
  private let options: ImportOptions

  /// An import into a workspace as it stands.
  package init(_ workspace: Workspace, _ context: CommandContext, _ options: ImportOptions) {
    self.workspace = workspace
    self.context = context
    self.options = options
  }

  /// Rows between two reports of progress.
  private static let rowsPerReport = 1_000

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - work: reads and compares rows of partners at the same time. What comes of it is the same.
  ///   - progress: gets the bytes read of all, then a word that the rows are matched; `false` stops
  ///     the import.
  package func run(
    _ file: SourceFile, work: some ParallelWork = OneByOne(),
    progress: (Progress) -> Bool = { _ in true }
  ) throws(ImportFailure) -> ImportResult {
    try check(file: file.name)
    var table = try SourceTable.open(file, options.source)
    let preset = try preset(for: table)
    if let blank = preset?.blank, Set(blank) != Set(options.source.absentWords) {
      var source = options.source
      source.absentWords = blank
      table = try SourceTable.open(file, source)
    }
    var result = ImportResult()
    result.preset = preset?.name
    result.encoding = table.encoding
    result.format = table.format
    result.report.columns = table.columns
    let schema = workspace.fields[options.record]
    let plan = try ColumnPlan(table, schema: schema, preset: preset, options: options)
    if options.record == .partner {
      try check(plan, table)
      var partners = PartnerImport(workspace, context, options, file: file.name)
      let reader = PartnerRowReader(plan, workspace, today: context.today)
      try read(table, reader, work, into: &result, &partners, progress)
      let matching = Progress(
        "matching \(Counted.words(result.report.read, "row"))", done: 0, total: nil)
      guard progress(matching) else { throw ImportFailure(file: file.name, reason: .cancelled) }
      partners.finish(&result, work)
    } else {
      var records = RecordImport(workspace, context, options, plan)
      try read(table, into: &result, progress) { row throws(RowProblem) in try records.take(row) }
      records.finish(&result)
    }
    return result
  }

  private func read(
    _ table: SourceTable, into result: inout ImportResult, _ progress: (Progress) -> Bool,
    _ take: (SourceRow) throws(RowProblem) -> Void
  ) throws(ImportFailure) {
    var rows = table.makeIterator()
    while let item = rows.next() {
      result.report.read += 1
      switch item {
      case .row(let row):
        do {
          try take(row)
        } catch {
          result.refuse(error.refusal(row, table), cells: row.cells.map(\.joined))
        }
      case .refused(let refusal): result.refuse(refusal, cells: [refusal.raw])
      }
      if result.report.read % Self.rowsPerReport == 0 {
        try tell(progress, table, at: rows.position)
      }
    }
  }

  /// Reads the rows of partners in parts, each part on its own: so many parts at a time as make a
  /// report of progress.
  private func read(
    _ table: SourceTable, _ reader: PartnerRowReader, _ work: some ParallelWork,
    into result: inout ImportResult, _ partners: inout PartnerImport,
    _ progress: (Progress) -> Bool
  ) throws(ImportFailure) {
    var rows = table.makeIterator()
    var reader = reader
    while true {
      var starts: [(rows: SourceTable.Iterator, count: Int)] = []
      var count = 0
      var start = rows
      while count < Self.rowsPerReport, rows.skip() {
        count += 1
        if count % PartnerPart.rows == 0 {
          starts.append((start, PartnerPart.rows))
          start = rows
        }
      }
      if count % PartnerPart.rows != 0 { starts.append((start, count % PartnerPart.rows)) }
      let parts = work.map(starts.count) { [starts, reader] place in
        PartnerPart(starts[place].rows, count: starts[place].count, of: table, reader)
      }
      for part in parts {
        for outcome in part.outcomes {
          switch outcome {
          case .row(let row): partners.take(row)
          case .refused(let refusal, let cells): result.refuse(refusal, cells: cells)
          }
        }
      }
      result.report.read += count
      guard count == Self.rowsPerReport, let first = parts.first else { return }
      // Whatever is met for the first time costs a search: the next parts know it.
      reader = first.reader
      try tell(progress, table, at: rows.position)
    }
  }

  private func tell(
    _ progress: (Progress) -> Bool, _ table: SourceTable, at position: Int
  ) throws(ImportFailure) {
    let state = Progress("reading \(table.file)", done: position, total: table.length)
    guard progress(state) else { throw ImportFailure(file: table.file, reason: .cancelled) }
  }

  // MARK: Before the first row

  private func check(file: String) throws(ImportFailure) {
    func failure(_ name: String, _ value: String, _ expected: String) -> ImportFailure {
      ImportFailure(file: file, reason: .option(name: name, value: value, expected: expected))
    }
    if let tier = options.tier, !(1...3).contains(tier) {
      throw failure("tier", "\(tier)", "1, 2 or 3")
    }
    guard let adoption = options.adoption else { return }
    let stages = workspace.catalogues.keys("stages")
    guard stages.contains(adoption.stage) else {
      throw failure("stage", adoption.stage, "one of " + stages.joined(separator: ", "))
    }
    if Text.trimmed(adoption.reason).isEmpty {
      throw failure("adopt", "", "the reason why they come in without vetting")
    }
    if let months = adoption.spreadMonths, !(1...Adoption.mostMonths).contains(months) {
      throw failure("spread", "\(months)", "1 to \(Adoption.mostMonths) months")
    }
  }

  private func preset(for table: SourceTable) throws(ImportFailure) -> ImportPreset? {
    guard options.record == .partner else { return nil }
    let presets = try ImportPreset.standard()
    guard let name = options.preset else {
      // Who maps the name has another way of reading the file in mind.
      if options.map.contains(where: { $0.field == "name" }) { return nil }
      return presets.first { $0.recognises(table.columns) }
    }
    guard let preset = presets.first(where: { $0.name == name.lowercased() }) else {
      throw ImportFailure(
        file: table.file, reason: .unknownPreset(name: name, known: presets.map(\.name)))
    }
    if let column = preset.missingColumn(in: table.columns) {
      throw ImportFailure(
        file: table.file, reason: .presetUnfit(preset: preset.name, column: column))
    }
    return preset
  }

  private func check(_ plan: ColumnPlan, _ table: SourceTable) throws(ImportFailure) {
    guard let field = ["name", "kind"].first(where: { !plan.fills($0) }) else { return }
    if plan.namesRecords(in: table) { return }
    throw ImportFailure(
      file: table.file, reason: .unmapped(field: field, columns: table.columns))
  }
}

extension ImportResult {
  mutating func refuse(_ refusal: RowRefusal, cells: [String]) {
    refusals.append(refusal)
    let place = refusal.line
    report.refusals.append(
      ImportReport.Refusal(line: place, reason: refusal.sentence, cells: cells))
  }
}
