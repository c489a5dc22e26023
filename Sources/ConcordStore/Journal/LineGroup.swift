import ConcordJSON
import ConcordModel

/// A change as the lines that it becomes: at most 1 MiB each, all but the last with `more`, and at
/// most one operation per record and field in each.
package struct LineGroup {
  /// The lines with their line feeds.
  package private(set) var bytes: [UInt8] = []
  /// Each operation with its line.
  package private(set) var steps: [Transaction.Step] = []
  /// The number of the last line.
  package private(set) var lastNumber: Int64
  /// The hash of the last line.
  package private(set) var hash: LineHash
  /// How many lines.
  package private(set) var count = 0

  /// The longest line, its line feed not counted.
  package static let longestLine = 1 << 20
  /// `],"p":"…","h":"…"}` with its hashes, `,"ops":[` and `,"more":true`.
  private static let frame = 144 + 8 + 12

  private struct Pending {
    var text: [UInt8] = []
    var hashes: [LineHash] = []
    var operations: [Operation] = []
    var fields = TouchedFields()
  }

  /// Puts `operations` into lines. `header` is that of the first line; `salt` gives each operation
  /// its own.
  package init(
    _ operations: [Operation], header: LineHeader, previous: LineHash, salt: () -> UInt64
  ) throws(StoreError) {
    hash = previous
    lastNumber = header.line.number - 1
    let room = Self.longestLine - Self.frame - header.bytes.count - 24
    var pending = Pending()
    var json = JSONWriter()
    for operation in operations {
      json.bytes.removeAll(keepingCapacity: true)
      OperationText.append(operation, salt: salt(), to: &json)
      guard json.bytes.count <= room else {
        throw .tooLong(operation.record, field: "all fields together")
      }
      let isFull = pending.text.count + 1 + json.bytes.count > room
      if !pending.operations.isEmpty, isFull || pending.fields.holds(operation) {
        append(pending, header, hasMore: true)
        pending = Pending()
      }
      if !pending.text.isEmpty { pending.text.append(UInt8(ascii: ",")) }
      pending.text.append(contentsOf: json.bytes)
      pending.hashes.append(LineHash(of: json.bytes))
      pending.operations.append(operation)
      pending.fields.insert(operation)
    }
    append(pending, header, hasMore: false)
  }

  private mutating func append(_ pending: Pending, _ first: LineHeader, hasMore: Bool) {
    lastNumber += 1
    count += 1
    var header = first
    header.line = LineID(first.line.writer, lastNumber)
    header.hasMore = hasMore
    if count > 1 { header.seen = nil }
    let headerBytes = header.bytes
    var hasher = headerBytes.withUnsafeBytes { LineHasher(previous: hash, header: $0) }
    for operation in pending.hashes { hasher.add(operation) }
    bytes.append(contentsOf: headerBytes)
    bytes.append(contentsOf: ",\"ops\":[".utf8)
    bytes.append(contentsOf: pending.text)
    bytes.append(contentsOf: "],\"p\":\"".utf8)
    hash.append(to: &bytes)
    bytes.append(contentsOf: "\",\"h\":\"".utf8)
    hash = hasher.finish()
    hash.append(to: &bytes)
    bytes.append(contentsOf: "\"}\n".utf8)
    for operation in pending.operations {
      steps.append(Transaction.Step(header.line, operation))
    }
  }
}

/// The records' fields that a line's operations touch.
private struct TouchedFields {
  private struct Key: Hashable {
    let record: RecordID
    let field: String
    let element: String
  }

  private var keys: Set<Key> = []
  private var made: [RecordID: [NamedValue]] = [:]
  private var records: Set<RecordID> = []
  private var hasReason = false

  /// Whether one of the operations so far touches what `operation` does.
  func holds(_ operation: Operation) -> Bool {
    switch operation {
    case .new(let id, _, _): records.contains(id)
    case .set(let id, let change):
      keys.contains(Key(record: id, field: change.field, element: ""))
        || made[id]?.contains { $0.name == change.field } ?? false
    case .add(let id, let change), .take(let id, let change):
      keys.contains(Key(record: id, field: change.field, element: change.element))
        || made[id]?.contains { $0.name == change.field } ?? false
    case .delete(let id): keys.contains(Key(record: id, field: "gone", element: ""))
    case .why: hasReason
    case .redact: false
    }
  }

  mutating func insert(_ operation: Operation) {
    if let id = operation.record { records.insert(id) }
    switch operation {
    case .new(let id, let values, _): made[id] = values
    case .set(let id, let change):
      keys.insert(Key(record: id, field: change.field, element: ""))
    case .add(let id, let change), .take(let id, let change):
      keys.insert(Key(record: id, field: change.field, element: change.element))
    case .delete(let id): keys.insert(Key(record: id, field: "gone", element: ""))
    case .why: hasReason = true
    case .redact: break
    }
  }
}
