/// Reads a document with the cursor's own steps and compares each with the tree that was read before.
struct CursorWalk {
  private var cursor = JSONCursor()

  mutating func finish(_ bytes: Span<UInt8>) throws(JSONError) {
    try cursor.finish(bytes)
    require(cursor.depth == 0, "the walk ends inside of something")
  }

  mutating func compare(_ bytes: Span<UInt8>, with value: JSONValue) throws(JSONError) {
    require(try cursor.peek(bytes) == value.kind, "peek says another kind")
    checkSkip(bytes)
    let isNull = try cursor.readNullIfNext(bytes)
    require(isNull == value.isNull, "a null is not what comes next")
    switch value {
    case .null: break
    case .bool(let truth):
      require(try cursor.readBool(bytes) == truth, "a boolean differs")
    case .integer(let number):
      checkLexeme(bytes, of: number)
      require(try cursor.readInteger(bytes) == number, "a whole number differs")
    case .number(let lexeme):
      checkNoInteger(bytes, lexeme)
      require(
        try cursor.readNumber(bytes).lexeme(in: bytes) == lexeme, "a number's text differs")
    case .string(let text):
      compare(bytes, try cursor.readString(bytes), with: text)
    case .array(let elements):
      try cursor.beginArray(bytes)
      for element in elements {
        require(try cursor.nextElement(bytes), "an element is missing")
        try compare(bytes, with: element)
      }
      require(try !cursor.nextElement(bytes), "an element too many")
    case .object(let members):
      try cursor.beginObject(bytes)
      for member in members {
        guard let key = try cursor.nextKey(bytes) else { fatalError("a member is missing") }
        compare(bytes, key, with: member.key)
        try compare(bytes, with: member.value)
      }
      require(try cursor.nextKey(bytes) == nil, "a member too many")
    }
  }

  private func compare(_ bytes: Span<UInt8>, _ found: JSONText, with text: String) {
    require(found.string(in: bytes).utf8.elementsEqual(text.utf8), "a string differs")
    require(found.equals(found, in: bytes), "a string is not equal to itself")
    require(found.equals("id", in: bytes) == text.utf8.elementsEqual("id".utf8), "a key differs")
    var unescaped: [UInt8] = []
    found.append(to: &unescaped, in: bytes)
    require(unescaped.elementsEqual(text.utf8), "a string's bytes differ")
    require(String(validating: unescaped, as: UTF8.self) != nil, "a string is not UTF-8")
  }

  /// A whole number is written in one way only.
  private func checkLexeme(_ bytes: Span<UInt8>, of number: Int64) {
    var other = cursor
    let lexeme = (try? other.readNumber(bytes))?.lexeme(in: bytes)
    require(lexeme == String(number), "\(lexeme ?? "nothing") is read as \(number)")
  }

  /// `readInteger` takes -0, which the tree keeps as text; anything else that the tree keeps as text
  /// is refused.
  private func checkNoInteger(_ bytes: Span<UInt8>, _ lexeme: String) {
    var other = cursor
    let number = try? other.readInteger(bytes)
    require(number == (lexeme == "-0" ? 0 : nil), "\(lexeme) is read as a whole number")
  }

  /// The value by itself, as its range says, is a document of its own.
  private func checkSkip(_ bytes: Span<UInt8>) {
    var other = cursor
    guard let range = try? other.skipValue(bytes) else { fatalError("a value is not skipped") }
    require(range.upperBound == other.offset, "a skipped value ends elsewhere")
    require(other.depth == cursor.depth, "skipping changes the depth")
  }
}
