import ConcordModel

/// Rows of a table that stand together and are read at one go, with what came of each: several parts
/// may be read at the same time.
struct PartnerPart: Sendable {
  /// What came of a row.
  enum Outcome: Sendable {
    case row(PartnerRow)
    case refused(RowRefusal, cells: [String])
  }

  /// In the order of the file.
  private(set) var outcomes: [Outcome] = []
  /// The reader, with what it has learned.
  private(set) var reader: PartnerRowReader

  /// Rows that a thread reads at a time.
  static let rows = 125

  /// Reads the next `count` rows of `source`, which is at the first of them.
  init(
    _ source: SourceTable.Iterator, count: Int, of table: SourceTable, _ reader: PartnerRowReader
  ) {
    self.reader = reader
    outcomes.reserveCapacity(count)
    var source = source
    for _ in 0..<count {
      switch source.next() {
      case .row(let row)?:
        do throws(RowProblem) {
          outcomes.append(.row(PartnerRow(try self.reader.facts(row))))
        } catch {
          outcomes.append(
            .refused(error.refusal(row, table), cells: row.cells.map(\.joined)))
        }
      case .refused(let refusal)?: outcomes.append(.refused(refusal, cells: [refusal.raw]))
      case nil: return
      }
    }
  }
}
