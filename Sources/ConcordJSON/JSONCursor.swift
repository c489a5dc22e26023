/// A place in a JSON document that moves forward as a caller reads, without building values.
///
/// The cursor holds no bytes: each call is given the whole document, so that a cursor can be
/// stored, copied and resumed. It is strict (RFC 8259): UTF-8 is validated, and what is not JSON
/// is refused with the place. After an error its offset means nothing.
///
///     var cursor = JSONCursor()
///     try cursor.beginObject(bytes)
///     while let key = try cursor.nextKey(bytes) {
///       if key.equals("n", in: bytes) { number = try cursor.readInteger(bytes) }
///       else { _ = try cursor.skipValue(bytes) }
///     }
///     try cursor.finish(bytes)
package struct JSONCursor: Sendable {
  /// The next byte to be read.
  package var offset: Int
  /// How many arrays and objects are open around `offset`.
  package private(set) var depth = 0
  /// How many may be; one more is refused.
  package let depthLimit: Int
  /// An array or object was opened, and nothing in it has been asked for yet. One flag is enough
  /// for all levels: whatever closes or follows within leaves it false.
  private var isFresh = false

  /// A limit on nesting that no honest document of ours comes near.
  package static let standardDepthLimit = 64

  /// A cursor before the value at `offset`.
  package init(at offset: Int = 0, depthLimit: Int = JSONCursor.standardDepthLimit) {
    self.offset = offset
    self.depthLimit = depthLimit
  }

  /// The kind of the value that comes next, which is not consumed.
  package mutating func peek(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKind {
    skipSpace(bytes)
    guard offset < bytes.count else {
      throw JSONError(.unexpectedEnd(expected: .value), at: offset, in: bytes)
    }
    switch bytes[offset] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw unexpected(.value, bytes)
    }
  }

  // MARK: Objects and arrays

  /// Consumes the `{` of an object.
  package mutating func beginObject(_ bytes: Span<UInt8>) throws(JSONError) {
    try expect(.object, bytes)
    try open(bytes)
  }

  /// Consumes the next key and its colon; nil at the object's end, which is consumed.
  package mutating func nextKey(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText? {
    skipSpace(bytes)
    let byte = try current(isFresh ? .keyOrBrace : .commaOrBrace, bytes)
    if byte == UInt8(ascii: "}") {
      close()
      return nil
    }
    if isFresh {
      isFresh = false
      guard byte == UInt8(ascii: "\"") else { throw unexpected(.keyOrBrace, bytes) }
    } else {
      guard byte == UInt8(ascii: ",") else { throw unexpected(.commaOrBrace, bytes) }
      offset += 1
      skipSpace(bytes)
      guard try current(.key, bytes) == UInt8(ascii: "\"") else { throw unexpected(.key, bytes) }
    }
    let key = try scanString(bytes)
    skipSpace(bytes)
    guard try current(.colon, bytes) == UInt8(ascii: ":") else { throw unexpected(.colon, bytes) }
    offset += 1
    return key
  }

  /// Consumes the `[` of an array.
  package mutating func beginArray(_ bytes: Span<UInt8>) throws(JSONError) {
    try expect(.array, bytes)
    try open(bytes)
  }

  /// Moves before the next element; false at the array's end, which is consumed.
  package mutating func nextElement(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    skipSpace(bytes)
    let byte = try current(isFresh ? .valueOrBracket : .commaOrBracket, bytes)
    if byte == UInt8(ascii: "]") {
      close()
      return false
    }
    if isFresh {
      isFresh = false
    } else {
      guard byte == UInt8(ascii: ",") else { throw unexpected(.commaOrBracket, bytes) }
      offset += 1
    }
    return true
  }

  /// Moves before the next element; the array's end is refused. For arrays of a known length, whose
  /// elements may be missing.
  package mutating func requireElement(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try nextElement(bytes) else {
      let bracket = UInt8(ascii: "]")
      throw JSONError(.unexpectedByte(bracket, expected: .value), at: offset - 1, in: bytes)
    }
  }

  // MARK: Values

  /// Consumes a string.
  package mutating func readString(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText {
    try expect(.string, bytes)
    return try scanString(bytes)
  }

  /// Consumes a number of any form.
  package mutating func readNumber(_ bytes: Span<UInt8>) throws(JSONError) -> JSONNumberText {
    try expect(.number, bytes)
    return try scanNumber(bytes)
  }

  /// Consumes a whole number; `1.0` and `1e3` are refused, and so is what needs over 64 bits.
  package mutating func readInteger(_ bytes: Span<UInt8>) throws(JSONError) -> Int64 {
    let number = try readNumber(bytes)
    if let value = number.integer(in: bytes) { return value }
    let lexeme = number.lexeme(in: bytes)
    throw JSONError(
      number.isInteger ? .integerOutOfRange(lexeme) : .notAnInteger(lexeme),
      at: number.range.lowerBound, in: bytes)
  }

  /// Consumes `true` or `false`.
  package mutating func readBool(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    try expect(.bool, bytes)
    let value = bytes[offset] == UInt8(ascii: "t")
    try scanLiteral(value ? "true" : "false", bytes)
    return value
  }

  /// Consumes `null`.
  package mutating func readNull(_ bytes: Span<UInt8>) throws(JSONError) {
    try expect(.null, bytes)
    try scanLiteral("null", bytes)
  }

  /// Consumes `null` when it comes next, and says whether it did.
  package mutating func readNullIfNext(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    guard try peek(bytes) == .null else { return false }
    try readNull(bytes)
    return true
  }

  /// Consumes any value, validating all of it but keys that stand twice; returns its bytes' range.
  @discardableResult
  package mutating func skipValue(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    let kind = try peek(bytes)
    let start = offset
    switch kind {
    case .null: try scanLiteral("null", bytes)
    case .bool: _ = try readBool(bytes)
    case .number: _ = try scanNumber(bytes)
    case .string: _ = try scanString(bytes)
    case .array:
      try open(bytes)
      while try nextElement(bytes) { try skipValue(bytes) }
    case .object:
      try open(bytes)
      while try nextKey(bytes) != nil { try skipValue(bytes) }
    }
    return start..<offset
  }

  /// Refuses anything but white space up to the end of the bytes.
  package mutating func finish(_ bytes: Span<UInt8>) throws(JSONError) {
    skipSpace(bytes)
    if offset < bytes.count { throw JSONError(.trailingBytes, at: offset, in: bytes) }
  }

  // MARK: Steps

  private mutating func open(_ bytes: Span<UInt8>) throws(JSONError) {
    guard depth < depthLimit else {
      throw JSONError(.tooDeep(limit: depthLimit), at: offset, in: bytes)
    }
    depth += 1
    offset += 1
    isFresh = true
  }

  private mutating func close() {
    depth -= 1
    offset += 1
    isFresh = false
  }

  private mutating func expect(_ kind: JSONKind, _ bytes: Span<UInt8>) throws(JSONError) {
    let found = try peek(bytes)
    if found != kind {
      throw JSONError(.wrongKind(found: found, expected: kind), at: offset, in: bytes)
    }
  }

  @inline(__always)
  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  @inline(__always)
  private func current(
    _ expected: JSONError.Expectation, _ bytes: Span<UInt8>
  ) throws(JSONError) -> UInt8 {
    guard offset < bytes.count else {
      throw JSONError(.unexpectedEnd(expected: expected), at: offset, in: bytes)
    }
    return bytes[offset]
  }

  @inline(never)
  private func unexpected(
    _ expected: JSONError.Expectation, _ bytes: Span<UInt8>
  ) -> JSONError {
    let isMark =
      offset == 0 && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    return JSONError(
      isMark ? .byteOrderMark : .unexpectedByte(bytes[offset], expected: expected),
      at: offset, in: bytes)
  }

  private mutating func scanLiteral(
    _ literal: StaticString, _ bytes: Span<UInt8>
  ) throws(JSONError) {
    let count = literal.utf8CodeUnitCount
    let start = literal.utf8Start
    for index in 0..<count {
      guard offset + index < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .literal), at: bytes.count, in: bytes)
      }
      guard bytes[offset + index] == start[index] else {
        let found = bytes[offset + index]
        throw JSONError(
          .unexpectedByte(found, expected: .literal), at: offset + index, in: bytes)
      }
    }
    offset += count
  }
}
