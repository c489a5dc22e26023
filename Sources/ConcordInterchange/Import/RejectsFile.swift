import ConcordModel

/// The refused rows as a CSV that a person mends and imports again.
///
/// It has the columns of the file and two more, which an import leaves out: the line and the reason.
/// A row that could not be cut into cells stands as it was in the first column.
package struct RejectsFile: Sendable {
  package let bytes: [UInt8]

  /// The rejects of an import.
  package init(_ report: ImportReport) {
    var writer = CSVWriter()
    writer.row(report.columns + ColumnPlan.rejectColumns)
    for refusal in report.refusals {
      let missing = max(0, report.columns.count - refusal.cells.count)
      let cells = refusal.cells.prefix(report.columns.count) + Array(repeating: "", count: missing)
      for cell in cells { writer.cell(cell) }
      writer.cell(refusal.line)
      writer.cell(refusal.reason)
      writer.endRow()
    }
    bytes = writer.bytes
  }
}
