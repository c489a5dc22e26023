/// All records of one kind as plain rows of eight-byte slots, in chunks of 1,024 rows, so that a copy
/// for a worker costs one chunk on the first write after it.
package struct Table: Sendable {
  package let schema: Schema
  /// Rows, those of records that are gone or not yet made included.
  package private(set) var count = 0
  private let width: Int
  private var chunks: [[Int64]] = []
  private var rows = RowIndex()
  /// Fields and elements whose stamp or origin is not the record's own.
  package private(set) var exceptions: [ExceptionKey: ExceptionStamp] = [:]

  /// A field (or an element of a set, or an own field) of a row.
  package struct ExceptionKey: Hashable, Sendable {
    package let row: Int32
    /// The field's slot; `Slot.own` for own fields, with the name as element.
    package let slot: Int32
    package let element: String

    package init(row: Int, slot: Int, element: String = "") {
      self.row = Int32(row)
      self.slot = Int32(slot)
      self.element = element
    }
  }

  /// The stamp that won, and the line that the value belongs to (they differ after an undo).
  package struct ExceptionStamp: Hashable, Sendable {
    package let stamp: Stamp
    package let origin: PackedLine
  }

  /// The slots before the fields.
  package enum Slot {
    package static let id = 0
    package static let stamp = 1
    package static let line = 2
    package static let own = 3
    package static let gone = 4
  }

  /// What an empty slot holds.
  package static let absent = Int64.min
  private static let chunkRows = 1024

  package init(_ schema: Schema) {
    self.schema = schema
    width = Schema.headerSlots + schema.stored.count
  }

  /// Makes room for `capacity` rows.
  package mutating func reserve(_ capacity: Int) {
    rows.reserve(capacity)
    chunks.reserveCapacity(capacity / Self.chunkRows + 1)
  }

  /// The row of an id; nil when it never came.
  package func row(_ bits: UInt64) -> Int? { rows.row(bits) }

  /// A new empty row for `bits`.
  package mutating func append(_ bits: UInt64) -> Int {
    let row = count
    if row % Self.chunkRows == 0 {
      var chunk: [Int64] = []
      chunk.reserveCapacity(Self.chunkRows * width)
      chunks.append(chunk)
    }
    let last = chunks.count - 1
    chunks[last].append(Int64(bitPattern: bits))
    chunks[last].append(contentsOf: repeatElement(Self.absent, count: width - 1))
    rows.insert(bits, row: row)
    count += 1
    return row
  }

  /// A new row whose slots are all known; nil, and nothing added, where the id is there already.
  package mutating func append(row slots: [Int64]) -> Int? {
    let bits = UInt64(bitPattern: slots[Slot.id])
    guard slots.count == width, rows.row(bits) == nil else { return nil }
    let row = count
    if row % Self.chunkRows == 0 {
      var chunk: [Int64] = []
      chunk.reserveCapacity(Self.chunkRows * width)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(contentsOf: slots)
    rows.insert(bits, row: row)
    count += 1
    return row
  }

  /// One slot of one row.
  package subscript(row: Int, slot: Int) -> Int64 {
    get { chunks[row / Self.chunkRows][row % Self.chunkRows * width + slot] }
    set { chunks[row / Self.chunkRows][row % Self.chunkRows * width + slot] = newValue }
  }

  /// The id of a row.
  package func id(_ row: Int) -> RecordID {
    RecordID(schema.kind, bits: UInt64(bitPattern: self[row, Slot.id]))
  }

  /// Whether the row's record was made and is not gone.
  package func isPresent(_ row: Int) -> Bool {
    self[row, Slot.stamp] != Self.absent && self[row, Slot.gone] == Self.absent
  }

  /// The stamp that the record was made with; nil as long as only later lines have come.
  package func recordStamp(_ row: Int) -> Stamp? {
    let ranked = self[row, Slot.stamp]
    guard ranked != Self.absent else { return nil }
    return Stamp(ranked: ranked, line: PackedLine(bits: self[row, Slot.line]))
  }

  package mutating func setRecordStamp(_ stamp: Stamp, row: Int) {
    self[row, Slot.stamp] = stamp.ranked
    self[row, Slot.line] = stamp.line.bits
  }

  package mutating func setException(_ exception: ExceptionStamp, for key: ExceptionKey) {
    exceptions[key] = exception
  }
}
