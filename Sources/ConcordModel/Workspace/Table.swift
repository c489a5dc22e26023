/// All records of one kind as plain rows, in chunks of 1,024, so that a copy for a worker costs one
/// chunk on the first write after it. A slot reads as eight bytes, however few it takes.
package struct Table: Sendable {
  package let schema: Schema
  /// Where the slots stand in a row.
  package let layout: RowLayout
  /// Slots and types of its fields.
  package let slots: FieldSlots
  /// Rows, those of records that are gone or not yet made included.
  package private(set) var count = 0
  private var chunks: [[UInt8]] = []
  private var rows = RowIndex()
  /// Fields and elements whose stamp or origin is not the record's own, as far as they were read.
  package private(set) var exceptions: [ExceptionKey: ExceptionStamp] = [:]
  /// Those that were not.
  package private(set) var unread = UnreadStamps()
  /// Operations beside those that won, which nobody has chosen between, by row and field, the oldest
  /// first.
  package private(set) var rivals: [Int32: [ExceptionKey: [Rival]]] = [:]

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
  /// Rows of a chunk.
  package static let chunkRows = 1024

  package init(_ schema: Schema) {
    self.schema = schema
    layout = RowLayout(schema)
    slots = FieldSlots(schema)
  }

  /// The row of an id; nil when it never came.
  package func row(_ bits: UInt64) -> Int? { rows.row(bits) { idBits($0) } }

  /// The same, with the ids of all rows at hand: they lie closer together than the rows.
  @inline(__always)
  func row(_ bits: UInt64, ids: UnsafeBufferPointer<UInt64>) -> Int? {
    rows.row(bits) { ids[$0] }
  }

  /// A new empty row for `bits`.
  package mutating func append(_ bits: UInt64) -> Int {
    let row = count
    if row % Self.chunkRows == 0 {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(Self.chunkRows * layout.stride)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(contentsOf: layout.emptyRow)
    count += 1
    self[row, Slot.id] = Int64(bitPattern: bits)
    let (chunks, layout) = (chunks, layout)
    rows.insert(bits, row: row) { Self.idBits($0, chunks, layout) }
    return row
  }

  /// One slot of one row.
  package subscript(row: Int, slot: Int) -> Int64 {
    get {
      let start = row % Self.chunkRows * layout.stride
      let place = layout.places[slot]
      return chunks[row / Self.chunkRows].withUnsafeBytes { bytes in
        precondition(start < bytes.count)
        return RowLayout.read(bytes, start, place)
      }
    }
    set {
      let start = row % Self.chunkRows * layout.stride
      let place = layout.places[slot]
      chunks[row / Self.chunkRows].withUnsafeMutableBytes { bytes in
        precondition(start < bytes.count)
        RowLayout.write(newValue, bytes, start, place)
      }
    }
  }

  private func idBits(_ row: Int) -> UInt64 { Self.idBits(row, chunks, layout) }

  @inline(__always)
  private static func idBits(_ row: Int, _ chunks: [[UInt8]], _ layout: RowLayout) -> UInt64 {
    // The id is the first slot of eight bytes: it stands at the row's start.
    chunks[row / chunkRows].withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: row % chunkRows * layout.stride, as: UInt64.self)
    }
  }

  /// The least difference (exclusive or) of another id in `rows` from `bits`; all ones where there is
  /// none.
  func leastDifference(from bits: UInt64, rows: Range<Int>) -> UInt64 {
    var least = UInt64.max
    forEach(rows) { _, bytes, start in
      // The id is the first slot of eight bytes: it stands at the row's start.
      let difference = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) ^ bits
      if difference != 0, difference < least { least = difference }
    }
    return least
  }

  // MARK: Whole parts

  /// Makes room for the unread stamps of so many rows.
  package mutating func reserveUnread(_ count: Int) { unread.reserve(count) }

  /// Appends rows that are not in the index yet; false, and nothing added, where they do not fit.
  package mutating func append(_ part: LoadedPart) -> Bool {
    let last = part.chunks.last?.count ?? 0
    guard count % Self.chunkRows == 0, part.kind == schema.kind,
      part.chunks.count == (part.count + Self.chunkRows - 1) / Self.chunkRows,
      part.chunks.dropLast().allSatisfy({ $0.count == Self.chunkRows * layout.stride }),
      last == (part.count - max(0, part.chunks.count - 1) * Self.chunkRows) * layout.stride
    else { return false }
    chunks.append(contentsOf: part.chunks)
    unread.append(part.unread, from: count)
    count += part.count
    return true
  }

  /// The ids of all rows.
  func ids() -> [UInt64] {
    var ids: [UInt64] = []
    ids.reserveCapacity(count)
    let id = layout.places[Slot.id]
    forEach(0..<count) { _, bytes, start in
      ids.append(UInt64(bitPattern: RowLayout.read(bytes, start, id)))
    }
    return ids
  }

  /// The ids of the records that were made, those that are gone included: not of those that others
  /// only refer to.
  func madeIDs() -> [RecordID] {
    (0..<count).compactMap { self[$0, Slot.stamp] == Self.absent ? nil : id($0) }
  }

  /// Whether a record was made, be it gone since.
  func isMade(_ bits: UInt64) -> Bool {
    row(bits).map { self[$0, Slot.stamp] != Self.absent } ?? false
  }

  package mutating func setIndex(_ index: RowIndex) { rows = index }

  /// Calls `body` with each row from `range` and the bytes and the place that it starts at: for what
  /// looks at all rows.
  @inline(__always)
  package func forEach(
    _ range: Range<Int>, _ body: (_ row: Int, _ bytes: UnsafeRawBufferPointer, _ start: Int) -> Void
  ) {
    var row = range.lowerBound
    while row < range.upperBound {
      let end = min((row / Self.chunkRows + 1) * Self.chunkRows, range.upperBound)
      chunks[row / Self.chunkRows].withUnsafeBytes { bytes in
        precondition(bytes.count >= ((end - 1) % Self.chunkRows + 1) * layout.stride)
        while row < end {
          body(row, bytes, row % Self.chunkRows * layout.stride)
          row += 1
        }
      }
    }
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

  /// Keeps the operations beside the one that won a field; none where it is settled.
  package mutating func setRivals(_ found: [Rival], for key: ExceptionKey) {
    var fields = rivals[key.row] ?? [:]
    fields[key] = found.isEmpty ? nil : found
    rivals[key.row] = fields.isEmpty ? nil : fields
  }

  /// Takes the unread stamps of a row out, for them to be read.
  package mutating func takeUnread(_ row: Int) -> TextPool.Reference? { unread.take(row) }
}
