import ConcordModel

/// What an import comes to: the operations of one transaction, and the account of every row.
package struct ImportResult: Sendable {
  /// Empty where nothing changes.
  package var operations: [Operation] = []
  package var report = ImportReport()
  /// The refused rows with column and text, in the order of the file.
  package var refusals: [RowRefusal] = []
  /// The partners that the transaction makes: parts of federal bodies bring these bodies along.
  package var newRecords: [RecordID] = []
  /// The preset that the columns were read by.
  package var preset: String?
  /// How the file was read.
  package var encoding = TextEncoding.utf8
  package var format = SourceFormat.delimited

  /// Whether everything that the file says is on record already.
  package var changesNothing: Bool { operations.isEmpty }

  /// One sentence for a person: the counts, or that nothing changes.
  package var sentence: String {
    let counts =
      "\(Counted.words(report.read, "row")) read: \(report.created) created, \(report.updated) updated, "
      + "\(report.merged) merged, \(report.unchanged) unchanged, \(report.rejected) rejected"
    let review = report.review == 0 ? "" : "; \(Counted.words(report.review, "pair")) to review"
    return counts + review + (changesNothing ? "; nothing changes" : "")
  }
}
