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
    let headerBytes = header.bytes
    let room = Self.longestLine - Self.frame - headerBytes.count - 24
    var pending = Pending()
    for texts in OperationTexts.make(operations, salts: operations.map { _ in salt() }) {
      for (place, operation) in zip(texts.operations.indices, texts.operations) {
        let text = texts.range(place)
        guard text.count <= room else {
          throw .tooLong(operation.record, field: "all fields together")
        }
        let isFull = pending.text.count + 1 + text.count > room
        if !pending.operations.isEmpty, isFull || pending.fields.holds(operation) {
          append(pending, header, hasMore: true)
          pending = Pending()
        }
        if !pending.text.isEmpty { pending.text.append(UInt8(ascii: ",")) }
        pending.text.append(contentsOf: texts.bytes[text])
        pending.hashes.append(texts.hash(place))
        pending.operations.append(operation)
        pending.fields.insert(operation)
      }
    }
    if count == 0 {
      append(pending, header.line, headerBytes)
    } else {
      append(pending, header, hasMore: false)
    }
  }

  private mutating func append(_ pending: Pending, _ first: LineHeader, hasMore: Bool) {
    var header = first
    header.line = LineID(first.line.writer, lastNumber + 1)
    header.hasMore = hasMore
    if count > 0 { header.seen = nil }
    append(pending, header.line, header.bytes)
  }

  private mutating func append(_ pending: Pending, _ line: LineID, _ header: [UInt8]) {
    lastNumber += 1
    count += 1
    var hasher = header.withUnsafeBytes { LineHasher(previous: hash, header: $0) }
    for operation in pending.hashes { hasher.add(operation) }
    if count == 1 { bytes.reserveCapacity(header.count + pending.text.count + Self.frame) }
    bytes.append(contentsOf: header)
    append(",\"ops\":[")
    bytes.append(contentsOf: pending.text)
    append("],\"p\":\"")
    hash.append(to: &bytes)
    append("\",\"h\":\"")
    hash = hasher.finish()
    hash.append(to: &bytes)
    append("\"}\n")
    steps.reserveCapacity(steps.count + pending.operations.count)
    for operation in pending.operations { steps.append(Transaction.Step(line, operation)) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}

/// The records' fields that a line's operations touch.
private struct TouchedFields {
  private struct Key: Hashable {
    let record: RecordID
    let field: String
    let element: String
  }

  /// The first few are compared one by one: most changes have no more.
  private var few: [Key] = []
  private var keys: Set<Key> = []
  private var made: [RecordID: [NamedValue]] = [:]
  private var records: Set<RecordID> = []
  private var hasReason = false

  private static let mostFew = 8

  /// Whether one of the operations so far touches what `operation` does.
  func holds(_ operation: Operation) -> Bool {
    switch operation {
    case .new(let id, _, _):
      records.contains(id) || few.contains { $0.record == id }
    case .set(let id, let change): holds(id, change.field)
    case .add(let id, let change), .take(let id, let change):
      holds(id, change.field, element: change.element)
    case .delete(let id): holds(Key(record: id, field: "gone", element: ""))
    case .why: hasReason
    case .redact: false
    }
  }

  private func holds(_ id: RecordID, _ field: String, element: String = "") -> Bool {
    holds(Key(record: id, field: field, element: element))
      || made[id]?.contains { $0.name == field } ?? false
  }

  private func holds(_ key: Key) -> Bool { few.contains(key) || keys.contains(key) }

  mutating func insert(_ operation: Operation) {
    switch operation {
    case .new(let id, let values, _):
      records.insert(id)
      made[id] = values
    case .set(let id, let change): insert(Key(record: id, field: change.field, element: ""))
    case .add(let id, let change), .take(let id, let change):
      insert(Key(record: id, field: change.field, element: change.element))
    case .delete(let id): insert(Key(record: id, field: "gone", element: ""))
    case .why: hasReason = true
    case .redact: break
    }
  }

  private mutating func insert(_ key: Key) {
    if few.count < Self.mostFew {
      few.append(key)
    } else {
      records.insert(key.record)
      keys.insert(key)
    }
  }
}
