import ConcordJSON
import ConcordModel
import Glibc

/// Reads the rows of one part straight into the table's form. It knows only the very form that
/// `CacheSnapshot` writes: no spaces, fields in their order; anything else is a fault.
///
/// The part ends with a line feed, and no string holds one: whatever looks for a string's end stops
/// there at the latest. Fixed pieces are compared up to `reach` bytes ahead without asking whether
/// the part is over; `CacheReading` has seen to it that these bytes are there.
///
/// The checksum is added up as the reading goes on, while what was read is still near at hand: until
/// it is compared at the end, the bytes may be anything.
struct CachePartReader {
  /// Bytes behind a part that may be looked at.
  static let reach = 64

  /// The row is not in the form that a cache has.
  private enum Fault: Error { case form }

  /// Where a string stands between its quotation marks.
  private struct Text {
    let start: Int
    let length: Int
    let isEscaped: Bool
  }

  private let bytes: UnsafePointer<UInt8>
  private let all: UnsafeBufferPointer<UInt8>
  private var place: Int
  private let start: Int
  private let end: Int
  private let writers: Int
  private let words: WordNumbers
  private let expected: ExpectedFields
  private let digits: InlineArray<256, UInt8>
  // Asked for in every row, and they are another module's.
  private let absent = Table.absent
  private let longestText = TextPool.longest
  private let plain = TextPool.HeldForm.plain.rawValue
  private let escaped = TextPool.HeldForm.escaped.rawValue
  private let list = TextPool.HeldForm.list.rawValue
  private let idPlace: RowLayout.Place
  private let stampPlace: RowLayout.Place
  private let linePlace: RowLayout.Place
  private let ownPlace: RowLayout.Place
  private let gonePlace: RowLayout.Place
  private var unread = UnreadStamps()
  /// The last record's stamp, and where it stands.
  private var stamp = Stamp(ranked: 0, line: PackedLine(bits: 0))
  private var stampStart = 0
  private var stampEnd = 0

  init?(_ reading: CacheReading, _ expected: ExpectedFields, at start: Int, to end: Int) {
    guard let base = reading.held.bytes.baseAddress else { return nil }
    bytes = base
    all = reading.held.bytes
    place = start
    self.start = start
    self.end = end
    writers = reading.writers
    words = reading.words
    self.expected = expected
    let places = expected.layout.places
    idPlace = places[Table.Slot.id]
    stampPlace = places[Table.Slot.stamp]
    linePlace = places[Table.Slot.line]
    ownPlace = places[Table.Slot.own]
    gonePlace = places[Table.Slot.gone]
    digits = InlineArray { Crockford.value(of: UInt8($0)) ?? 0xFF }
  }

  /// Reads all rows of the part; nil where there is a fault, or the checksum is not `sum`.
  mutating func read(rows: Int, sum: String) -> LoadedPart? {
    let part = UnsafeRawBufferPointer(start: bytes + start, count: end - start)
    var running = CacheChecksum.Running()
    var chunks: [[UInt8]] = []
    var done = 0
    while done < rows {
      let count = min(Table.chunkRows, rows - done)
      guard let chunk = try? readChunk(count, from: done) else { return nil }
      chunks.append(chunk)
      done += count
      guard place <= end else { return nil }
      running.advance(part, upTo: place - start)
    }
    guard place == end, running.finished(part).text == sum else { return nil }
    return LoadedPart(expected.kind, count: rows, chunks: chunks, unread: unread)
  }

  private mutating func readChunk(_ count: Int, from first: Int) throws -> [UInt8] {
    let layout = expected.layout
    let size = count * layout.stride
    let (fields, keys) = (expected.fields, expected.keys)
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      let rows = UnsafeMutableRawBufferPointer(buffer)
      try layout.emptyRow.withUnsafeBytes { empty in
        try fields.withUnsafeBufferPointer { fields in
          try keys.withUnsafeBytes { keys in
            for row in 0..<count {
              let start = row * layout.stride
              UnsafeMutableRawBufferPointer(rebasing: rows[start..<start + layout.stride])
                .copyMemory(from: empty)
              try readRow(rows, start, fields, keys, number: first + row)
            }
          }
        }
      }
      filled = size
    }
  }

  // MARK: One row

  private mutating func readRow(
    _ rows: UnsafeMutableRawBufferPointer, _ start: Int,
    _ fields: UnsafeBufferPointer<ExpectedFields.Field>, _ keys: UnsafeRawBufferPointer,
    number: Int
  ) throws(Fault) {
    try expect("{\"id\":\"")
    let id = try record()
    guard id.kind == expected.kind.rawValue else { throw .form }
    write(Int64(bitPattern: id.bits), rows, start, idPlace)
    try expect("\",")
    if take("\"at\":[") {
      try readStamp()
      write(stamp.ranked, rows, start, stampPlace)
      write(stamp.line.bits, rows, start, linePlace)
      try expect("],")
    }
    try expect("\"v\":{")
    try readFields(rows, start, fields, keys)
    if take(",\"own\":") {
      let own = try set()
      write(own, rows, start, ownPlace)
    }
    if take(",\"gone\":true") { write(1, rows, start, gonePlace) }
    if take(",\"x\":") { try readStamps(number) }
    try expect("}\n")
  }

  private mutating func readFields(
    _ rows: UnsafeMutableRawBufferPointer, _ start: Int,
    _ fields: UnsafeBufferPointer<ExpectedFields.Field>, _ keys: UnsafeRawBufferPointer
  ) throws(Fault) {
    if take("}") { return }
    var next = 0
    while true {
      while true {
        guard next < fields.count else { throw .form }
        if isKey(fields[next], keys) { break }
        next += 1
      }
      let field = fields[next]
      next += 1
      place += Int(field.keyCount)
      let value = try value(field)
      write(value, rows, start, field.place)
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: ",") { continue }
      guard byte == UInt8(ascii: "}") else { throw .form }
      return
    }
  }

  @inline(__always)
  private func isKey(_ field: ExpectedFields.Field, _ keys: UnsafeRawBufferPointer) -> Bool {
    guard word(at: place) & field.mask == field.prefix else { return false }
    var index = 8
    while index < Int(field.keyCount) {
      // The last eight bytes may have been compared before.
      let from = min(index, Int(field.keyCount) - 8)
      let wanted = keys.loadUnaligned(
        fromByteOffset: Int(field.keyStart) + from, as: UInt64.self)
      guard word(at: place + from) == wanted else { return false }
      index += 8
    }
    return true
  }

  @inline(__always)
  private mutating func value(_ field: ExpectedFields.Field) throws(Fault) -> Int64 {
    switch field.form {
    case .text:
      let text = try text()
      return try reference(
        text.isEscaped ? escaped : plain, offset: text.start, length: text.length)
    case .choice: return try choice()
    case .integer: return try number(field.place.width)
    case .truth:
      if take("true") { return 1 }
      try expect("false")
      return 0
    case .reference:
      try expect("\"")
      let id = try record()
      try expect("\"")
      guard let value = field.reference(id.kind, id.bits) else { throw .form }
      return value
    case .day: return try day()
    case .set: return try set()
    }
  }

  /// The stamps stand last in the row: up to the brace and the line feed.
  private mutating func readStamps(_ row: Int) throws(Fault) {
    guard place < end, let found = memchr(bytes + place, 0x0A, end - place) else { throw .form }
    let feed = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    guard feed - place > 6, bytes[place] == UInt8(ascii: "["),
      bytes[feed - 2] == UInt8(ascii: "]")
    else { throw .form }
    unread.append(row: row, try reference(plain, offset: place, length: feed - 1 - place))
    place = feed - 1
  }

  /// Reads a record's stamp. Most stand in one transaction with the record before them, and look the
  /// same.
  private mutating func readStamp() throws(Fault) {
    let length = stampEnd - stampStart
    if length > 0, memcmp(bytes + place, bytes + stampStart, length) == 0 {
      place += length - 1
      return
    }
    stampStart = place
    stamp = try newStamp()
    // With the bracket behind it, so that a longer number is another one.
    stampEnd = place + 1
  }

  private mutating func newStamp() throws(Fault) -> Stamp {
    let rank = try number(8)
    try expect(",")
    let time = try number(8)
    try expect(",")
    let writer = try number(8)
    try expect(",")
    let number = try number(8)
    guard rank == 0 || rank == 1, (0..<1 << 62).contains(time),
      (0..<Int64(writers)).contains(writer), (0..<1 << 40).contains(number)
    else { throw .form }
    return Stamp(
      rank: Int(rank), time: time, line: PackedLine(writer: Int(writer), number: number))
  }

  // MARK: Values

  @inline(__always)
  private func reference(
    _ form: Int64, offset: Int, length: Int
  ) throws(Fault) -> TextPool.Reference {
    // What `TextPool.reference` does; see `write`.
    guard length <= longestText, offset < 1 << 41 else { throw .form }
    return form << 61 | Int64(offset) << 20 | Int64(length)
  }

  @inline(__always)
  private mutating func record() throws(Fault) -> (kind: UInt8, bits: UInt64) {
    let kind = bytes[place]
    guard bytes[place + 1] == UInt8(ascii: "-") else { throw .form }
    var bits: UInt64 = 0
    var every: UInt8 = 0
    for index in 2..<14 {
      let digit = digits[Int(bytes[place + index])]
      every |= digit
      bits = bits << 5 | UInt64(digit)
    }
    guard every < 32 else { throw .form }
    place += 14
    return (kind, bits)
  }

  @inline(__always)
  private mutating func text() throws(Fault) -> Text {
    guard bytes[place] == UInt8(ascii: "\"") else { throw .form }
    let start = place + 1
    let index = endOfRun(from: start)
    if bytes[index] == UInt8(ascii: "\"") {
      place = index + 1
      return Text(start: start, length: index - start, isEscaped: false)
    }
    return try escapedText()
  }

  /// The place of the next quotation mark, backslash or control character, sixteen bytes at a time.
  @inline(__always)
  private func endOfRun(from start: Int) -> Int {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = start
    while true {
      let piece = UnsafeRawPointer(bytes + index).loadUnaligned(as: SIMD16<UInt8>.self)
      let found = (piece .== quote) .| (piece .== backslash) .| (piece .< space)
      // Each byte of the mask has all bits or none.
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x != 0 { return index &+ halves.x.littleEndian.trailingZeroBitCount / 8 }
      if halves.y != 0 { return index &+ 8 &+ halves.y.littleEndian.trailingZeroBitCount / 8 }
      index &+= 16
    }
  }

  private mutating func escapedText() throws(Fault) -> Text {
    var cursor = JSONCursor(at: place)
    guard let text = try? cursor.readString(all.span) else { throw .form }
    place = cursor.offset
    return Text(start: text.range.lowerBound, length: text.range.count, isEscaped: text.hasEscapes)
  }

  @inline(__always)
  private mutating func choice() throws(Fault) -> Int64 {
    let text = try text()
    let found: Int64?
    if text.isEscaped {
      var plain: [UInt8] = []
      JSONText(range: text.start..<text.start + text.length, hasEscapes: true)
        .append(to: &plain, in: all.span)
      found = plain.withUnsafeBytes { words.number($0) }
    } else {
      let mask: UInt64 = text.length >= 8 ? .max : (1 << UInt64(8 * text.length)) - 1
      found = words.number(
        UnsafeRawBufferPointer(start: bytes + text.start, count: text.length),
        prefix: word(at: text.start) & mask)
    }
    guard let found else { throw .form }
    return found
  }

  @inline(__always)
  private mutating func number(_ width: UInt8) throws(Fault) -> Int64 {
    let isNegative = bytes[place] == UInt8(ascii: "-")
    let start = isNegative ? place + 1 : place
    var index = start
    var value: Int64 = 0
    while true {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int64(digit)
      index &+= 1
    }
    place = index
    guard place > start else { throw .form }
    if place - start > 18 {
      let lexeme = UnsafeBufferPointer(rebasing: all[start..<place])
      let text = (isNegative ? "-" : "") + String(decoding: lexeme, as: UTF8.self)
      guard let exact = Int64(text) else { throw .form }
      value = exact
    } else if isNegative {
      value = -value
    }
    let isFitting =
      switch width {
      case 1: value > Int64(Int8.min) && value <= Int64(Int8.max)
      case 4: value > Int64(Int32.min) && value <= Int64(Int32.max)
      default: value != absent
      }
    guard isFitting else { throw .form }
    return value
  }

  private mutating func day() throws(Fault) -> Int64 {
    let start = place + 1
    guard bytes[place] == UInt8(ascii: "\""), bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), bytes[start + 10] == UInt8(ascii: "\"")
    else { throw .form }
    place = start + 11
    var every: UInt8 = 0
    func number(_ range: Range<Int>) -> Int {
      var value = 0
      for index in range {
        let digit = bytes[start + index] &- 0x30
        every = max(every, digit)
        value = value * 10 + Int(digit)
      }
      return value
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard every < 10, let found = Day(year: year, month: month, day: day) else { throw .form }
    return Int64(found.number)
  }

  /// A set, or own fields with their values in turn: an array of strings, left as it stands.
  private mutating func set() throws(Fault) -> Int64 {
    let start = place
    try expect("[")
    if !take("]") {
      while true {
        _ = try text()
        if take("]") { break }
        try expect(",")
      }
    }
    return try reference(list, offset: start, length: place - start)
  }

  // MARK: Bytes

  /// What `RowLayout.write` does: a call into another module for each value would take longer than
  /// the value.
  @inline(__always)
  private func write(
    _ value: Int64, _ rows: UnsafeMutableRawBufferPointer, _ start: Int, _ place: RowLayout.Place
  ) {
    let offset = start + Int(place.offset)
    switch place.width {
    case 8: rows.storeBytes(of: value, toByteOffset: offset, as: Int64.self)
    case 4:
      let short = value == absent ? .min : Int32(truncatingIfNeeded: value)
      rows.storeBytes(of: short, toByteOffset: offset, as: Int32.self)
    default:
      let short = value == absent ? .min : Int8(truncatingIfNeeded: value)
      rows.storeBytes(of: short, toByteOffset: offset, as: Int8.self)
    }
  }

  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self).littleEndian
  }

  @inline(__always)
  private mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    let wanted = literal.utf8Start
    for index in 0..<count where bytes[place + index] != wanted[index] { return false }
    place += count
    return true
  }

  @inline(__always)
  private mutating func expect(_ literal: StaticString) throws(Fault) {
    guard take(literal) else { throw .form }
  }
}
