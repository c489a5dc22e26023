/// One object of a JSON file: its values by the number of their column, or why it was refused.
struct DocumentRow: Sendable {
  var line: Int
  var range: Range<Int>
  var values: [(column: Int, cell: SourceCell)] = []
  var refusal: (column: String?, reason: RowRefusal.Reason)?

  /// The row with a cell for each column of the whole file.
  func item(columns: [String], text: [UInt8]) -> SourceTable.Item {
    if let refusal {
      return .refused(
        RowRefusal(
          line: line, column: refusal.column, reason: refusal.reason,
          raw: RowRefusal.cut(text[range])))
    }
    var cells = Array(repeating: SourceCell.absent, count: columns.count)
    for value in values { cells[value.column] = value.cell }
    return .row(SourceRow(line: line, cells: cells, range: range))
  }
}
