import ConcordJSON

/// Reads objects of JSON into rows: the columns are the keys in the order of their first coming.
///
/// Objects inside objects are flattened with dots (`address.city`), lists of texts become several
/// values, null is absent, numbers and truth values become text, and lists of objects stay JSON text.
struct DocumentReader {
  private let options: SourceOptions
  private let cleaning: CellCleaning
  private var cursor: JSONCursor
  private var lineOffset = 0
  private var line = 1

  private(set) var columns: [String] = []
  private(set) var rows: [DocumentRow] = []
  private var places: [String: Int] = [:]

  init(options: SourceOptions) {
    self.options = options
    cleaning = CellCleaning(absentWords: options.absentWords)
    cursor = JSONCursor(at: 0, depthLimit: options.depthLimit)
  }

  /// Reads the list that begins at an offset; broken JSON ends the reading.
  mutating func readList(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) {
    cursor = JSONCursor(at: offset, depthLimit: options.depthLimit)
    try cursor.beginArray(bytes)
    while try cursor.nextElement(bytes) { try readRow(bytes) }
  }

  /// Reads a document that is one object.
  mutating func readOnly(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) {
    cursor = JSONCursor(at: offset, depthLimit: options.depthLimit)
    try readRow(bytes)
  }

  /// Reads one object a line; a broken line is a refused row.
  mutating func readLines(_ bytes: Span<UInt8>) {
    var start = 0
    var number = 1
    while start < bytes.count {
      var end = start
      var isBlank = true
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] > 0x20 { isBlank = false }
        end += 1
      }
      if !isBlank { readLine(bytes.extracting(start..<end), at: start, number: number) }
      start = end + 1
      number += 1
    }
  }

  /// Reads a line that the cursor gets alone, so that nothing runs over its end.
  private mutating func readLine(_ line: Span<UInt8>, at start: Int, number: Int) {
    var row = DocumentRow(line: number, range: start..<start + line.count)
    cursor = JSONCursor(at: 0, depthLimit: options.depthLimit)
    do {
      row.values = try readRecord(line, into: &row)
      try cursor.finish(line)
    } catch {
      row.refusal = (nil, Self.reason(error))
    }
    rows.append(row)
  }

  /// The reason of a row that a JSON error means.
  private static func reason(_ error: JSONError) -> RowRefusal.Reason {
    if case .tooDeep(let limit) = error.reason { return .tooDeep(limit: limit) }
    return .json(column: error.position.column, message: error.reason.sentence)
  }

  private mutating func readRow(_ bytes: Span<UInt8>) throws(JSONError) {
    _ = try cursor.peek(bytes)
    let start = cursor.offset
    while lineOffset < start {
      if bytes[lineOffset] == 0x0A { line += 1 }
      lineOffset += 1
    }
    var row = DocumentRow(line: line, range: start..<start)
    row.values = try readRecord(bytes, into: &row)
    row.range = start..<cursor.offset
    rows.append(row)
  }

  /// Reads an object; another value is skipped and refused.
  private mutating func readRecord(
    _ bytes: Span<UInt8>, into row: inout DocumentRow
  ) throws(JSONError) -> [(column: Int, cell: SourceCell)] {
    guard try cursor.peek(bytes) == .object else {
      _ = try cursor.skipValue(bytes)
      row.refusal = (nil, .notAnObject)
      return []
    }
    var values: [(column: Int, cell: SourceCell)] = []
    try readMembers(bytes, prefix: "", into: &values, &row)
    return values
  }

  private mutating func readMembers(
    _ bytes: Span<UInt8>, prefix: String, into values: inout [(column: Int, cell: SourceCell)],
    _ row: inout DocumentRow
  ) throws(JSONError) {
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let name = prefix + key.string(in: bytes)
      switch try cursor.peek(bytes) {
      case .object:
        try readMembers(bytes, prefix: name + ".", into: &values, &row)
        continue
      case .null:
        try cursor.readNull(bytes)
        note(.absent, name, &values, &row)
      case .array:
        let texts = try readTexts(bytes, name, &row)
        note(texts.isEmpty ? .absent : .list(texts), name, &values, &row)
      case .string, .number, .bool:
        let cell = try readScalar(bytes, name, &row).map(SourceCell.text) ?? .absent
        note(cell, name, &values, &row)
      }
    }
  }

  /// Puts a value into its column; the same key twice refuses the row.
  private mutating func note(
    _ cell: SourceCell, _ name: String, _ values: inout [(column: Int, cell: SourceCell)],
    _ row: inout DocumentRow
  ) {
    let column: Int
    if let known = places[name] {
      column = known
    } else {
      column = columns.count
      places[name] = column
      columns.append(name)
    }
    if values.contains(where: { $0.column == column }) {
      row.refusal = row.refusal ?? (name, .duplicateKey)
    }
    values.append((column, cell))
  }

  /// A text, a number or a truth value as text; `nil` where it is empty.
  private mutating func readScalar(
    _ bytes: Span<UInt8>, _ name: String, _ row: inout DocumentRow
  ) throws(JSONError) -> String? {
    var utf8: [UInt8]
    switch try cursor.peek(bytes) {
    case .string:
      utf8 = []
      try cursor.readString(bytes).append(to: &utf8, in: bytes)
    case .number: utf8 = Array(try cursor.readNumber(bytes).lexeme(in: bytes).utf8)
    case .bool: utf8 = Array((try cursor.readBool(bytes) ? "true" : "false").utf8)
    case .null, .object, .array:
      let value = bytes.extracting(try cursor.skipValue(bytes))
      utf8 = value.indices.map { value[$0] }
    }
    if utf8.count > options.cellLimit {
      row.refusal =
        row.refusal ?? (name, .cellTooLarge(bytes: utf8.count, limit: options.cellLimit))
    } else if let character = ForbiddenCharacter.first(in: utf8[...]) {
      row.refusal = row.refusal ?? (name, .forbiddenCharacter(character))
    }
    return cleaning.cell(utf8[...]).text
  }

  /// The values of a list; nulls and empty texts are left out.
  private mutating func readTexts(
    _ bytes: Span<UInt8>, _ name: String, _ row: inout DocumentRow
  ) throws(JSONError) -> [String] {
    var texts: [String] = []
    try cursor.beginArray(bytes)
    while try cursor.nextElement(bytes) {
      if try cursor.readNullIfNext(bytes) { continue }
      if let text = try readScalar(bytes, name, &row) { texts.append(text) }
    }
    return texts
  }
}
