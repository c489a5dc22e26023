import ConcordJSON

/// A JSON value that remembers where it stands, so that every error has a line and a column.
struct DataNode: Sendable {
  indirect enum Content: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number that is not whole.
    case number
    case string(String)
    case array([DataNode])
    case object([Member])
  }

  struct Member: Sendable {
    let key: String
    let keyOffset: Int
    let node: DataNode
  }

  let content: Content
  /// In bytes from the beginning of the file.
  let offset: Int

  /// Reads a whole document.
  static func document(_ bytes: Span<UInt8>) throws(JSONError) -> DataNode {
    var cursor = JSONCursor()
    let node = try read(&cursor, bytes)
    try cursor.finish(bytes)
    return node
  }

  private static func read(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONError) -> DataNode {
    let kind = try cursor.peek(bytes)
    let offset = cursor.offset
    switch kind {
    case .null:
      try cursor.readNull(bytes)
      return DataNode(content: .null, offset: offset)
    case .bool:
      return DataNode(content: .bool(try cursor.readBool(bytes)), offset: offset)
    case .number:
      let value = try cursor.readNumber(bytes).integer(in: bytes)
      return DataNode(content: value.map { .integer($0) } ?? .number, offset: offset)
    case .string:
      let text = try cursor.readString(bytes).string(in: bytes)
      return DataNode(content: .string(text), offset: offset)
    case .array:
      var elements: [DataNode] = []
      try cursor.beginArray(bytes)
      while try cursor.nextElement(bytes) { elements.append(try read(&cursor, bytes)) }
      return DataNode(content: .array(elements), offset: offset)
    case .object:
      return DataNode(content: .object(try readMembers(&cursor, bytes)), offset: offset)
    }
  }

  private static func readMembers(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONError) -> [Member] {
    var members: [Member] = []
    try cursor.beginObject(bytes)
    while let text = try cursor.nextKey(bytes) {
      let key = text.string(in: bytes)
      let keyOffset = text.range.lowerBound - 1
      if members.contains(where: { $0.key == key }) {
        throw JSONError(.duplicateKey(key), at: keyOffset, in: bytes)
      }
      members.append(Member(key: key, keyOffset: keyOffset, node: try read(&cursor, bytes)))
    }
    return members
  }
}
