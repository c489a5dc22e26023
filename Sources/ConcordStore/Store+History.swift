import ConcordModel

extension Store {
  /// Changes, the newest first: all, those that touched a record, or an author's.
  public func history(
    record: RecordID? = nil, by author: String? = nil, limit: Int = .max
  ) throws(StoreError) -> [Transaction] {
    var reading = historyReading()
    defer { index = reading.index }
    return try reading.changes(record: record, by: author, limit: limit)
  }

  /// What reads changes back, as they are folded now.
  package func historyReading() -> HistoryReading { HistoryReading(tails.values, index) }

  /// The change that holds a line.
  public func transaction(_ id: LineID) throws(StoreError) -> Transaction {
    try index.transaction(find(id))
  }

  func find(_ id: LineID) throws(StoreError) -> JournalIndex.Found {
    guard let tail = tails[id.writer], let found = try index.find(id, in: tail) else {
      throw .unknownLine(id)
    }
    return found
  }
}
