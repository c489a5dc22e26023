import ConcordModel

/// Reads changes back from the journals as a store had folded them: a value that any thread may have.
package struct HistoryReading: Sendable {
  private let tails: [WriterTail]
  private(set) var index: JournalIndex

  init(_ tails: some Sequence<WriterTail>, _ index: JournalIndex) {
    self.tails = Array(tails)
    self.index = index
  }

  /// Changes, the newest first: all, those that touched a record, or an author's.
  package mutating func changes(
    record: RecordID? = nil, by author: String? = nil, limit: Int = .max
  ) throws(StoreError) -> [Transaction] {
    var walk = JournalWalk(tails)
    var result: [Transaction] = []
    let wanted = record.map { Array("\"\($0.text)\"".utf8) }
    while result.count < limit, let found = try walk.next(&index) {
      if let author, index.author(found.entry) != author { continue }
      if let record, let wanted {
        guard Self.holds(try index.bytes(found), wanted) else { continue }
        let transaction = try index.transaction(found)
        if transaction.steps.contains(where: { Self.touches($0.operation, record) }) {
          result.append(transaction)
        }
      } else {
        result.append(try index.transaction(found))
      }
    }
    return result
  }

  /// What `digest` makes of the changes after the lines that were seen, the newest first, and whether
  /// there are more of them than `limit`. One change at a time is held.
  package mutating func changes<Digest>(
    after seen: [String: Int64], limit: Int, _ digest: (Transaction) -> Digest
  ) throws(StoreError) -> (found: [Digest], hasOlder: Bool) {
    var walk = JournalWalk(tails, after: seen)
    var result: [Digest] = []
    while let found = try walk.next(&index) {
      if result.count == limit { return (result, true) }
      result.append(digest(try index.transaction(found)))
    }
    return (result, false)
  }

  /// Whether it is about the record, or puts it into a field of another one.
  private static func touches(_ operation: Operation, _ record: RecordID) -> Bool {
    if operation.record == record { return true }
    let text = record.text
    switch operation {
    case .new(_, let values, _): return values.contains { $0.value == .text(text) }
    case .set(_, let change): return change.value == .text(text)
    default: return false
    }
  }

  private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      wanted.withUnsafeBytes { wanted in
        guard wanted.count >= 8, bytes.count >= wanted.count else { return false }
        let beginning = wanted.loadUnaligned(as: UInt64.self)
        for start in 0...(bytes.count - wanted.count)
        where bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) == beginning {
          if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
      }
    }
  }
}
