extension JSONValue {
  /// Reads one document and nothing after it.
  ///
  /// Beyond what the cursor refuses, an object with one key twice is refused.
  package static func parse(
    _ bytes: Span<UInt8>, depthLimit: Int = JSONCursor.standardDepthLimit
  ) throws(JSONError) -> JSONValue {
    var cursor = JSONCursor(depthLimit: depthLimit)
    let value = try cursor.readValue(bytes)
    try cursor.finish(bytes)
    return value
  }

  /// Reads one document from an array of bytes.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try parse(bytes.span)
  }

  /// Reads one document from text.
  package static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8).span)
  }
}

extension JSONCursor {
  /// Consumes any value and builds it; a key twice in one object is refused.
  package mutating func readValue(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    switch try peek(bytes) {
    case .null:
      try readNull(bytes)
      return .null
    case .bool:
      return .bool(try readBool(bytes))
    case .number:
      let number = try readNumber(bytes)
      // -0 is a whole number that Int64 cannot write back.
      if let value = number.integer(in: bytes), value != 0 || number.range.count == 1 {
        return .integer(value)
      }
      return .number(number.lexeme(in: bytes))
    case .string:
      return .string(try readString(bytes).string(in: bytes))
    case .array:
      var elements: [JSONValue] = []
      try beginArray(bytes)
      while try nextElement(bytes) { elements.append(try readValue(bytes)) }
      return .array(elements)
    case .object:
      return .object(try readMembers(bytes))
    }
  }

  /// Up to so many members are compared with each other; more get a set.
  private static let fewMembers = 16

  private mutating func readMembers(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONMember] {
    var members: [JSONMember] = []
    var texts: [JSONText] = []
    // Keys as bytes: String's own equality would take two spellings of é for one key.
    var seen: Set<[UInt8]> = []
    try beginObject(bytes)
    while let text = try nextKey(bytes) {
      var isNew = true
      if texts.count < Self.fewMembers {
        for other in texts where text.equals(other, in: bytes) { isNew = false }
        texts.append(text)
      } else {
        if seen.isEmpty { seen = Set(members.map { Array($0.key.utf8) }) }
        isNew = seen.insert(Array(text.string(in: bytes).utf8)).inserted
      }
      let key = text.string(in: bytes)
      guard isNew else {
        throw JSONError(.duplicateKey(key), at: text.range.lowerBound - 1, in: bytes)
      }
      members.append(JSONMember(key, try readValue(bytes)))
    }
    return members
  }
}
