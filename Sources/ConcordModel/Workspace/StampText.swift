import ConcordJSON

/// The stamps of a row's fields as the cache writes them: `[[field, element, rank, t, w, n], …]`,
/// with w and n of another line at the end where the value belongs to that. Own fields have the field
/// `""`, and their name as element.
package enum StampText {
  /// Reads all stamps of a row. What is not in that form ends the reading: a cache's checksum stands
  /// for its form.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ schema: Schema, row: Int,
    _ body: (Table.ExceptionKey, Table.ExceptionStamp) -> Void
  ) {
    var cursor = JSONCursor()
    try? readAll(&cursor, bytes.span, schema, row, body)
  }

  private static func readAll(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, _ schema: Schema, _ row: Int,
    _ body: (Table.ExceptionKey, Table.ExceptionStamp) -> Void
  ) throws(JSONError) {
    try cursor.beginArray(bytes)
    while try cursor.nextElement(bytes) {
      try cursor.beginArray(bytes)
      let field = try text(&cursor, bytes)
      let element = try text(&cursor, bytes)
      let rank = try integer(&cursor, bytes)
      let time = try integer(&cursor, bytes)
      let line = try line(&cursor, bytes)
      var origin = line
      if try cursor.nextElement(bytes) {
        let writer = try cursor.readInteger(bytes)
        origin = PackedLine(writer: Int(writer), number: try integer(&cursor, bytes))
        guard try !cursor.nextElement(bytes) else {
          throw JSONError(.trailingBytes, at: cursor.offset, in: bytes)
        }
      }
      guard let slot = slot(field, schema) else { continue }
      body(
        Table.ExceptionKey(row: row, slot: slot, element: element),
        Table.ExceptionStamp(
          stamp: Stamp(rank: Int(rank), time: time, line: line), origin: origin))
    }
  }

  private static func slot(_ field: String, _ schema: Schema) -> Int? {
    switch field {
    case "gone": Table.Slot.gone
    case "": Table.Slot.own
    default: schema.slot(field)
    }
  }

  private static func text(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONError) -> String {
    try cursor.requireElement(bytes)
    return try cursor.readString(bytes).string(in: bytes)
  }

  private static func integer(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONError) -> Int64 {
    try cursor.requireElement(bytes)
    return try cursor.readInteger(bytes)
  }

  private static func line(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONError) -> PackedLine {
    let writer = try integer(&cursor, bytes)
    return PackedLine(writer: Int(writer), number: try integer(&cursor, bytes))
  }

  /// Writes the stamps of a row in the order of their slots.
  package static func write(
    _ stamps: [(key: Table.ExceptionKey, stamp: Table.ExceptionStamp)], _ schema: Schema,
    to json: inout JSONWriter
  ) {
    json.beginArray()
    for (key, exception) in stamps.sorted(by: { precedes($0.key, $1.key) }) {
      json.beginArray()
      switch Int(key.slot) {
      case Table.Slot.gone: json.string("gone")
      case Table.Slot.own: json.string("")
      case let slot: json.string(schema.field(slot: slot).name)
      }
      json.string(key.element)
      json.integer(exception.stamp.rank)
      json.integer(exception.stamp.time)
      json.integer(exception.stamp.line.writer)
      json.integer(exception.stamp.line.number)
      if exception.origin != exception.stamp.line {
        json.integer(exception.origin.writer)
        json.integer(exception.origin.number)
      }
      json.endArray()
    }
    json.endArray()
  }

  private static func precedes(_ left: Table.ExceptionKey, _ right: Table.ExceptionKey) -> Bool {
    left.slot == right.slot
      ? left.element.utf8.lexicographicallyPrecedes(right.element.utf8) : left.slot < right.slot
  }
}
