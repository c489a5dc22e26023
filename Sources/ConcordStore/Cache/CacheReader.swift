import ConcordJSON
import ConcordModel

/// Reads a cache straight into the slots of an empty workspace, without values in between.
package struct CacheReader {
  package private(set) var workspace: Workspace
  private var cursor = JSONCursor()
  private var words = WordPlaces()
  private var scratch: [UInt8] = []
  private var writerCount = 0
  /// The row in the making, and how many rows of each kind there are.
  private var slots: [Int64] = []
  private var own = OwnFrames()
  private var counts = Array(repeating: 0, count: 26)
  private let expected: ExpectedFields

  /// Why a cache is of no use.
  package enum Fault: Error {
    case other, json(JSONError)
  }

  /// A reader into `workspace`, which is empty.
  package init(_ workspace: Workspace) {
    self.workspace = workspace
    expected = ExpectedFields(workspace)
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
    guard let id = Self.record(name, bytes) else { throw Fault.other }
    let kind = id.kind
    let row = counts[kind.index]
    slots.removeAll(keepingCapacity: true)
    slots.append(
      contentsOf: repeatElement(Table.absent, count: expected.width(kind)))
    slots[Table.Slot.id] = Int64(bitPattern: id.bits)
    while let key = try cursor.nextKey(bytes) {
      if key.equals("v", in: bytes) {
        try readValues(bytes, kind)
      } else if key.equals("at", in: bytes) {
        try cursor.beginArray(bytes)
        let stamp = try stamp(bytes)
        slots[Table.Slot.stamp] = stamp.ranked
        slots[Table.Slot.line] = stamp.line.bits
        guard try !cursor.nextElement(bytes) else { throw Fault.other }
      } else if key.equals("gone", in: bytes) {
        if try cursor.readBool(bytes) { slots[Table.Slot.gone] = 1 }
      } else if key.equals("x", in: bytes) {
        try cursor.beginArray(bytes)
        while try cursor.nextElement(bytes) { try readException(bytes, kind, row) }
      } else {
        throw Fault.other
      }
    }
    guard workspace.load(slots, kind) else { throw Fault.other }
    counts[kind.index] = row + 1
  }

  private mutating func readValues(_ bytes: Span<UInt8>, _ kind: RecordKind) throws {
    let all = expected.range(kind)
    var place = all.lowerBound
    own.removeAll()
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      if let found = expected.find(key, bytes, from: place, to: all.upperBound) {
        place = found + 1
        if try readKnown(bytes, expected.fields[found]) { continue }
      }
      try readOwn(bytes, key)
    }
    if !own.bytes.isEmpty { slots[Table.Slot.own] = workspace.texts.store(own.bytes) }
  }

  /// Reads a field that is the office's own, or whose value is of another form than its type's.
  private mutating func readOwn(_ bytes: Span<UInt8>, _ key: JSONText) throws {
    if !key.hasEscapes, try cursor.peek(bytes) == .string {
      let text = try cursor.readString(bytes)
      if !text.hasEscapes {
        own.append(name: bytes.extracting(key.range), text: bytes.extracting(text.range))
      } else {
        own.append(name: key.string(in: bytes), value: .text(text.string(in: bytes)))
      }
      return
    }
    guard let value = try cursor.readFieldValue(bytes) else { throw Fault.other }
    own.append(name: key.string(in: bytes), value: value)
  }

  /// Reads a value of the form that its field has; false, and nothing read, where it has another.
  private mutating func readKnown(
    _ bytes: Span<UInt8>, _ field: ExpectedFields.Field
  ) throws -> Bool {
    let start = cursor
    let found = try cursor.peek(bytes)
    let value: Int64?
    switch (field.form, found) {
    case (.text, .string):
      value = store(try cursor.readString(bytes), bytes)
    case (.choice, .string):
      let text = try cursor.readString(bytes)
      value =
        text.hasEscapes
        ? workspace.texts.intern(text.string(in: bytes))
        : words.place(bytes.extracting(text.range), &workspace.texts)
    case (.integer, .number):
      value = try cursor.readNumber(bytes).integer(in: bytes)
    case (.truth, .bool):
      value = try cursor.readBool(bytes) ? 1 : 0
    case (.reference, .string):
      let text = try cursor.readString(bytes)
      value = Self.record(text, bytes).flatMap { field.reference($0) }
    case (.day, .string):
      value = Self.day(bytes.extracting(try cursor.readString(bytes).range))
    case (.set, .array):
      value = try readSet(bytes)
    default:
      value = nil
    }
    guard let value, value != Table.absent else {
      cursor = start
      return false
    }
    slots[field.slot] = value
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
      if text.hasEscapes {
        text.append(to: &scratch, in: bytes)
      } else {
        bytes.extracting(text.range).withUnsafeBufferPointer { scratch.append(contentsOf: $0) }
      }
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
      guard let known = expected.schema(kind).slot(field) else { throw Fault.other }
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

  /// The number of the day that these bytes are: `YYYY-MM-DD`.
  private static func day(_ bytes: Span<UInt8>) -> Int64? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var parts = (year: 0, month: 0, day: 0)
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      switch index {
      case 0..<4: parts.year = parts.year * 10 + digit
      case 5..<7: parts.month = parts.month * 10 + digit
      default: parts.day = parts.day * 10 + digit
      }
    }
    return Day(year: parts.year, month: parts.month, day: parts.day).map { Int64($0.number) }
  }
}
