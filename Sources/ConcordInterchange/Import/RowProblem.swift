import ConcordModel

/// Why a row says nothing that could be kept, before it has its line and its text.
struct RowProblem: Error, Equatable, Sendable {
  let column: String?
  let reason: RowRefusal.Reason

  init(_ column: String?, _ reason: RowRefusal.Reason) {
    self.column = column
    self.reason = reason
  }

  /// The problem that a command's check saw.
  init(_ column: String?, _ error: CommandError) {
    self.column = column
    if case .invalid(let field, let value, let expected) = error {
      reason = .invalid(field: field, value: value, expected: "expected " + expected)
    } else {
      reason = .notAccepted(message: error.sentence)
    }
  }

  /// The refusal of a row of a table.
  func refusal(_ row: SourceRow, _ table: SourceTable) -> RowRefusal {
    RowRefusal(line: row.line, column: column, reason: reason, raw: table.raw(of: row))
  }
}
