/// The rows of delimited text below its header, each checked and with its cells cleaned.
struct DelimitedRows: Sendable {
  private var reader: DelimitedReader
  private var row = DelimitedRow()
  private let columns: [String]
  private let cleaning: CellCleaning
  private let cellLimit: Int

  init(_ reader: DelimitedReader, columns: [String], options: SourceOptions) {
    self.reader = reader
    self.columns = columns
    cleaning = CellCleaning(absentWords: options.absentWords)
    cellLimit = options.cellLimit
  }

  /// How far the reading has come, in bytes.
  var offset: Int { reader.offset }

  mutating func next() -> SourceTable.Item? {
    while true {
      switch reader.next(into: &row) {
      case .end: return nil
      case .broken(let reason, let cell): return refusal(reason, cell: cell)
      case .row:
        if row.nulCell == nil, row.isBlank(in: reader.bytes) { continue }
        return checkedRow()
      }
    }
  }

  /// Goes past the next row or refusal, without a look at its cells; whether there is one.
  mutating func skip() -> Bool {
    while true {
      switch reader.next(into: &row) {
      case .end: return false
      case .broken: return true
      case .row:
        if row.nulCell == nil, row.isBlank(in: reader.bytes) { continue }
        return true
      }
    }
  }

  private func refusal(_ reason: RowRefusal.Reason, cell: Int? = nil) -> SourceTable.Item {
    let column = cell.flatMap { $0 < columns.count ? columns[$0] : nil }
    return .refused(
      RowRefusal(
        line: row.line, column: column, reason: reason,
        raw: RowRefusal.cut(reader.bytes[row.range])))
  }

  private func checkedRow() -> SourceTable.Item {
    if let cell = row.nulCell { return refusal(.nulByte, cell: cell) }
    // Cells beyond the last column are a matter of taste as long as they are empty.
    let spare = row.cells.dropFirst(columns.count)
    guard row.cells.count >= columns.count, spare.allSatisfy({ $0.start == $0.end }) else {
      return refusal(.ragged(cells: row.cells.count, columns: columns.count))
    }
    var cells: [SourceCell] = []
    cells.reserveCapacity(columns.count)
    for (place, cell) in row.cells.prefix(columns.count).enumerated() {
      guard cell.end - cell.start <= cellLimit else {
        return refusal(.cellTooLarge(bytes: cell.end - cell.start, limit: cellLimit), cell: place)
      }
      let bytes = cell.bytes(in: reader.bytes)
      if let character = ForbiddenCharacter.first(in: bytes) {
        return refusal(.forbiddenCharacter(character), cell: place)
      }
      cells.append(cleaning.cell(bytes))
    }
    return .row(SourceRow(line: row.line, cells: cells, range: row.range))
  }
}
