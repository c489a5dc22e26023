import ConcordJSON
import ConcordModel

/// Reads operations back. It is as strict as the writer is: keys in their order, none unknown.
package struct OperationReading {
  private var cursor: JSONCursor
  /// The key that was read and not yet used.
  private var key: JSONText?

  /// What stands at `offset` of `bytes`; afterwards `end` is the offset behind it.
  package static func read(
    _ bytes: Span<UInt8>, at offset: Int, end: inout Int
  ) throws(LineReadingError) -> Operation {
    // Its digest begins with its first byte: no space stands before that.
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else {
      throw .fault(.layout("an operation, or the hash of one"))
    }
    var reading = OperationReading(cursor: JSONCursor(at: offset))
    do {
      let operation = try reading.operation(bytes)
      end = reading.cursor.offset
      return operation
    } catch let error as JSONError {
      throw .json(error)
    } catch let fault as LineFault {
      throw .fault(fault)
    } catch {
      throw .fault(.layout("an operation"))
    }
  }

  private mutating func operation(_ bytes: Span<UInt8>) throws -> Operation {
    try cursor.beginObject(bytes)
    try advance(bytes)
    try expect("k", bytes)
    let kind = try text(bytes)
    let operation: Operation
    switch kind {
    case "new":
      let id = try record(bytes)
      try expect("v", bytes)
      let values = try self.values(bytes)
      var isDerived = false
      if take("d", bytes) {
        isDerived = try cursor.readBool(bytes)
        try advance(bytes)
      }
      operation = .new(id, values, derived: isDerived)
    case "set":
      let id = try record(bytes)
      let field = try required("f", bytes)
      try expect("v", bytes)
      let new = try value(bytes)
      try advance(bytes)
      var was: FieldValue?
      if take("was", bytes) {
        was = try value(bytes)
        try advance(bytes)
      }
      operation = .set(
        id,
        FieldChange(
          field, new, was: was, of: try line("of", bytes), origin: try line("og", bytes)))
    case "add", "take":
      let id = try record(bytes)
      let field = try required("f", bytes)
      let element = try required("e", bytes)
      let change = ElementChange(
        field, element, of: try line("of", bytes), origin: try line("og", bytes))
      operation = kind == "add" ? .add(id, change) : .take(id, change)
    case "del":
      operation = .delete(try record(bytes))
    case "why":
      operation = .why(try required("v", bytes))
    case "redact":
      operation = .redact(try removed(bytes))
    default:
      throw LineFault.operation(Text.visible(kind))
    }
    try expect("s", bytes)
    let salt = try cursor.readString(bytes)
    guard salt.range.count == 16, !salt.hasEscapes else { throw LineFault.layout("a salt") }
    try advance(bytes)
    guard key == nil else { throw LineFault.layout("nothing after the salt") }
    return operation
  }

  private mutating func removed(_ bytes: Span<UInt8>) throws -> RemovedOperation {
    guard let line = try line("l", bytes) else { throw LineFault.layout("a line") }
    try expect("i", bytes)
    let place = try cursor.readInteger(bytes)
    try advance(bytes)
    let record = take("r", bytes) ? try record(bytes) : nil
    let field = take("f", bytes) ? try text(bytes) : nil
    let digest = try required("h", bytes)
    let replacement = take("e", bytes) ? try text(bytes) : nil
    guard place >= 0, LineHash(digest) != nil, replacement.map({ LineHash($0) != nil }) ?? true,
      (record == nil) == (field == nil)
    else { throw LineFault.layout("what is redacted") }
    return RemovedOperation(
      line: line, place: Int(place), record: record, field: field, digest: digest,
      replacement: replacement)
  }

  // MARK: Keys

  private mutating func advance(_ bytes: Span<UInt8>) throws {
    key = try cursor.nextKey(bytes)
  }

  private func take(_ name: StaticString, _ bytes: Span<UInt8>) -> Bool {
    key?.equals(name, in: bytes) ?? false
  }

  private func expect(
    _ name: StaticString, _ bytes: Span<UInt8>
  ) throws {
    guard take(name, bytes) else { throw LineFault.layout("\"\(name)\" in an operation") }
  }

  // MARK: Values

  private mutating func text(_ bytes: Span<UInt8>) throws -> String {
    let text = try cursor.readString(bytes).string(in: bytes)
    try advance(bytes)
    return text
  }

  private mutating func required(
    _ name: StaticString, _ bytes: Span<UInt8>
  ) throws -> String {
    try expect(name, bytes)
    return try text(bytes)
  }

  private mutating func record(_ bytes: Span<UInt8>) throws -> RecordID {
    guard let id = RecordID(try required("r", bytes)) else {
      throw LineFault.layout("a record's id")
    }
    return id
  }

  private mutating func line(
    _ name: StaticString, _ bytes: Span<UInt8>
  ) throws -> LineID? {
    guard take(name, bytes) else { return nil }
    let line = try cursor.readLine(bytes)
    try advance(bytes)
    return line
  }

  private mutating func values(_ bytes: Span<UInt8>) throws -> [NamedValue] {
    var values: [NamedValue] = []
    try cursor.beginObject(bytes)
    while let name = try cursor.nextKey(bytes) {
      guard let value = try value(bytes) else { throw LineFault.layout("a value") }
      let named = NamedValue(name.string(in: bytes), value)
      if let last = values.last, !last.name.utf8.lexicographicallyPrecedes(named.name.utf8) {
        throw LineFault.layout("fields in the order of their names")
      }
      values.append(named)
    }
    try advance(bytes)
    return values
  }

  private mutating func value(_ bytes: Span<UInt8>) throws -> FieldValue? {
    try cursor.readFieldValue(bytes)
  }
}

/// Why a line could not be read.
package enum LineReadingError: Error {
  case fault(LineFault)
  case json(JSONError)

  package var fault: LineFault {
    switch self {
    case .fault(let fault): fault
    case .json(let error): .layout(error.reason.sentence)
    }
  }
}

extension JSONCursor {
  /// Consumes a field's value; nil for `null`.
  package mutating func readFieldValue(_ bytes: Span<UInt8>) throws(JSONError) -> FieldValue? {
    switch try peek(bytes) {
    case .null:
      try readNull(bytes)
      return nil
    case .string:
      return .text(try readString(bytes).string(in: bytes))
    case .bool:
      return .truth(try readBool(bytes))
    case .number:
      let number = try readNumber(bytes)
      if let value = number.integer(in: bytes), String(value).utf8.count == number.range.count {
        return .integer(value)
      }
      return .raw(number.lexeme(in: bytes))
    case .array, .object: break
    }
    let value = try readValue(bytes)
    if let elements = value.array?.compactMap(\.string), elements.count == value.array?.count {
      return FieldValue.isSet(elements) ? .texts(elements) : .set(elements)
    }
    return .raw(value.text)
  }

  /// Consumes a line's name. A number that no line can have is a fault: a stamp has no room for it.
  package mutating func readLine(_ bytes: Span<UInt8>) throws -> LineID {
    try beginArray(bytes)
    try requireElement(bytes)
    let writer = try readString(bytes).string(in: bytes)
    try requireElement(bytes)
    let number = try readInteger(bytes)
    guard try !nextElement(bytes), LineHeader.numbers.contains(number) else {
      throw LineFault.layout("a line's writer and its number")
    }
    return LineID(writer, number)
  }
}
