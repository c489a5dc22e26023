import ConcordJSON
import ConcordModel

/// Reads a cache straight into the slots of an empty workspace, without values in between.
package struct CacheReader {
  package private(set) var workspace: Workspace
  private var cursor = JSONCursor()
  private var words = WordPlaces()
  private var scratch: [UInt8] = []
  private var writerCount = 0
  /// The fields of each kind in the order that the cache has them.
  private let orders: [[ExpectedField]]

  private struct ExpectedField {
    let slot: Int
    let name: [UInt8]
    let type: FieldType
  }

  /// Why a cache is of no use.
  package enum Fault: Error {
    case other, json(JSONError)
  }

  /// A reader into `workspace`, which is empty.
  package init(_ workspace: Workspace) {
    self.workspace = workspace
    orders = workspace.tables.map { table in
      table.schema.canonicalOrder.map {
        let field = table.schema.field(slot: $0)
        return ExpectedField(slot: $0, name: Array(field.name.utf8), type: field.type)
      }
    }
  }

  // MARK: The first line

  /// Reads the first line: how far each journal is in the cache.
  package mutating func readHeader(
    _ bytes: Span<UInt8>, _ identity: StoreIdentity
  ) throws -> [WriterTail] {
    let header = try cursor.readValue(bytes)
    guard header["cache"]?.integer == StateCache.format, header["fold"]?.integer == StateCache.fold,
      header["store"]?.string == identity.id, let names = header["names"]?.array,
      let writers = header["writers"]?.array, let rows = header["rows"]?.members
    else { throw Fault.other }
    for name in names {
      guard let name = name.string else { throw Fault.other }
      _ = workspace.writers.number(name)
    }
    writerCount = names.count
    for member in rows {
      guard let letter = member.key.utf8.first, let kind = RecordKind(rawValue: letter),
        let count = member.value.integer, count < 1 << 31
      else { throw Fault.other }
      workspace.reserve(kind, Int(count))
    }
    return try writers.map { value in
      guard let writer = value["w"]?.string, WriterIdentity.isWellFormed(writer),
        let number = value["n"]?.integer, let time = value["t"]?.integer,
        let hash = value["h"]?.string.flatMap({ LineHash($0) }),
        let segment = value["segment"]?.integer, let offset = value["offset"]?.integer,
        let lines = value["lines"]?.integer, let seen = value["seen"]?.members
      else { throw Fault.other }
      var tail = WriterTail(writer, first: identity.firstHash)
      tail.number = number
      tail.hash = hash
      tail.time = time
      tail.segment = Int(segment)
      tail.offset = offset
      tail.lines = Int(lines)
      for member in seen { tail.seen[member.key] = member.value.integer }
      return tail
    }
  }

  // MARK: Rows

  /// Reads the rows and the last line.
  package mutating func readRows(_ bytes: Span<UInt8>) throws {
    var checksum = CacheChecksum()
    try checkLine(bytes, from: 0, &checksum)
    var rows: Int64 = 0
    while true {
      let start = cursor.offset
      try cursor.beginObject(bytes)
      guard let key = try cursor.nextKey(bytes) else { throw Fault.other }
      if key.equals("rows", in: bytes) {
        guard try cursor.readInteger(bytes) == rows,
          let sum = try cursor.nextKey(bytes), sum.equals("sum", in: bytes),
          try cursor.readString(bytes).string(in: bytes) == checksum.text,
          try cursor.nextKey(bytes) == nil
        else { throw Fault.other }
        try cursor.finish(bytes)
        return
      }
      guard key.equals("id", in: bytes) else { throw Fault.other }
      try readRow(bytes)
      try checkLine(bytes, from: start, &checksum)
      rows += 1
    }
  }

  private mutating func checkLine(
    _ bytes: Span<UInt8>, from start: Int, _ checksum: inout CacheChecksum
  ) throws {
    guard cursor.offset < bytes.count, bytes[cursor.offset] == 0x0A else { throw Fault.other }
    cursor.offset += 1
    checksum.add(bytes.extracting(start..<cursor.offset))
  }

  private mutating func readRow(_ bytes: Span<UInt8>) throws {
    let name = try cursor.readString(bytes)
    guard let id = Self.record(name, bytes), let row = workspace.loadRow(id) else {
      throw Fault.other
    }
    let kind = id.kind
    while let key = try cursor.nextKey(bytes) {
      if key.equals("v", in: bytes) {
        try readValues(bytes, kind, row)
      } else if key.equals("at", in: bytes) {
        try cursor.beginArray(bytes)
        workspace.load(try stamp(bytes), kind, row)
        guard try !cursor.nextElement(bytes) else { throw Fault.other }
      } else if key.equals("gone", in: bytes) {
        if try cursor.readBool(bytes) { workspace.load(1, kind, row, Table.Slot.gone) }
      } else if key.equals("x", in: bytes) {
        try cursor.beginArray(bytes)
        while try cursor.nextElement(bytes) { try readException(bytes, kind, row) }
      } else {
        throw Fault.other
      }
    }
  }

  private mutating func readValues(_ bytes: Span<UInt8>, _ kind: RecordKind, _ row: Int) throws {
    let order = orders[kind.index]
    var place = 0
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      var ahead = place
      while ahead < order.count, !Self.equal(key, order[ahead].name, bytes) { ahead += 1 }
      if ahead < order.count {
        place = ahead + 1
        if try readKnown(bytes, kind, row, order[ahead]) { continue }
      }
      let name = key.string(in: bytes)
      guard let value = try cursor.readFieldValue(bytes) else { throw Fault.other }
      workspace.load(value, kind, row, name)
    }
  }

  /// Reads a value of the form that its field has; false, and nothing read, where it has another.
  private mutating func readKnown(
    _ bytes: Span<UInt8>, _ kind: RecordKind, _ row: Int, _ field: ExpectedField
  ) throws -> Bool {
    let found = try cursor.peek(bytes)
    let value: Int64
    switch (field.type, found) {
    case (.text, .string), (.note, .string):
      value = store(try cursor.readString(bytes), bytes)
    case (.choice, .string):
      let text = try cursor.readString(bytes)
      value =
        text.hasEscapes
        ? workspace.texts.intern(text.string(in: bytes))
        : words.place(bytes.extracting(text.range), &workspace.texts)
    case (.integer, .number), (.instant, .number):
      let number = try cursor.readNumber(bytes)
      guard let integer = number.integer(in: bytes), integer != Table.absent else {
        throw Fault.other
      }
      value = integer
    case (.truth, .bool):
      value = try cursor.readBool(bytes) ? 1 : 0
    case (.reference(let kinds), .string):
      let start = cursor
      let text = try cursor.readString(bytes)
      guard let id = Self.record(text, bytes), let place = kinds.firstIndex(of: id.kind) else {
        cursor = start
        return false
      }
      value = Int64(place) << 60 | Int64(id.bits)
    case (.day, .string):
      let start = cursor
      guard let day = Day(try cursor.readString(bytes).string(in: bytes)) else {
        cursor = start
        return false
      }
      value = Int64(day.number)
    case (.texts, .array), (.choices, .array):
      value = try readSet(bytes)
    default:
      return false
    }
    workspace.load(value, kind, row, field.slot)
    return true
  }

  /// A set in the pool's form: each element as four bytes of length and its bytes. The cache has
  /// them in order already.
  private mutating func readSet(_ bytes: Span<UInt8>) throws -> Int64 {
    scratch.removeAll(keepingCapacity: true)
    try cursor.beginArray(bytes)
    while try cursor.nextElement(bytes) {
      let text = try cursor.readString(bytes)
      let start = scratch.count
      scratch.append(contentsOf: [0, 0, 0, 0])
      text.append(to: &scratch, in: bytes)
      let length = UInt32(scratch.count - start - 4)
      for place in 0..<4 {
        scratch[start + place] = UInt8(truncatingIfNeeded: length >> UInt32(8 * place))
      }
    }
    return workspace.texts.store(scratch)
  }

  private mutating func store(_ text: JSONText, _ bytes: Span<UInt8>) -> Int64 {
    guard text.hasEscapes else {
      return bytes.extracting(text.range).withUnsafeBufferPointer { workspace.texts.store($0) }
    }
    scratch.removeAll(keepingCapacity: true)
    text.append(to: &scratch, in: bytes)
    return workspace.texts.store(scratch)
  }

  // MARK: Stamps

  private mutating func integer(_ bytes: Span<UInt8>) throws -> Int64 {
    guard try cursor.nextElement(bytes) else { throw Fault.other }
    return try cursor.readInteger(bytes)
  }

  private mutating func line(_ bytes: Span<UInt8>) throws -> PackedLine {
    let writer = try integer(bytes)
    guard (0..<Int64(writerCount)).contains(writer) else { throw Fault.other }
    return PackedLine(writer: Int(writer), number: try integer(bytes))
  }

  private mutating func stamp(_ bytes: Span<UInt8>) throws -> Stamp {
    let rank = try integer(bytes)
    guard rank == 0 || rank == 1 else { throw Fault.other }
    let time = try integer(bytes)
    return Stamp(rank: Int(rank), time: time, line: try line(bytes))
  }

  private mutating func readException(
    _ bytes: Span<UInt8>, _ kind: RecordKind, _ row: Int
  ) throws {
    try cursor.beginArray(bytes)
    guard try cursor.nextElement(bytes) else { throw Fault.other }
    let field = try cursor.readString(bytes).string(in: bytes)
    guard try cursor.nextElement(bytes) else { throw Fault.other }
    let element = try cursor.readString(bytes).string(in: bytes)
    let stamp = try stamp(bytes)
    var origin = stamp.line
    if try cursor.nextElement(bytes) {
      let writer = try cursor.readInteger(bytes)
      guard (0..<Int64(writerCount)).contains(writer) else { throw Fault.other }
      origin = PackedLine(writer: Int(writer), number: try integer(bytes))
      guard try !cursor.nextElement(bytes) else { throw Fault.other }
    }
    let slot: Int
    switch field {
    case "gone": slot = Table.Slot.gone
    case "": slot = Table.Slot.own
    default:
      guard let known = workspace[kind].schema.slot(field) else { throw Fault.other }
      slot = known
    }
    workspace.load(
      stamp, origin: origin, kind,
      Table.ExceptionKey(row: row, slot: slot, element: element))
  }

  // MARK: Bytes

  private static func record(_ text: JSONText, _ bytes: Span<UInt8>) -> RecordID? {
    bytes.extracting(text.range).withUnsafeBufferPointer { RecordID.parse($0) }
  }

  private static func equal(_ key: JSONText, _ name: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard key.range.count == name.count, !key.hasEscapes else { return false }
    for index in 0..<name.count where bytes[key.range.lowerBound + index] != name[index] {
      return false
    }
    return true
  }
}
