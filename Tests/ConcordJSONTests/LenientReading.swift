@testable import ConcordJSON

/// A document read with our cursor, but as deep as Foundation reads, and with all keys.
struct LenientReading {
  /// A key that Foundation takes for an earlier one of the same object.
  struct RepeatedKey {
    /// Where its closing quotation mark stands, in bytes.
    let end: Int
    /// Whether it is the same byte for byte, and not only another spelling.
    let isSame: Bool
  }

  /// Where the first key that is the same as an earlier one byte for byte stands.
  private(set) var keyTwice: Int?

  private static let foundationDepthLimit = 512

  /// The document's value; nil where there is a fault.
  private(set) var value: JSONValue?
  /// The first fault.
  private(set) var fault: JSONError?
  /// The first key that stands again, before the first fault.
  private(set) var repeatedKey: RepeatedKey?
  /// How many arrays and objects stand inside one another, up to the first fault.
  private(set) var depth = 0

  init(_ document: [UInt8]) {
    var cursor = JSONCursor(depthLimit: Self.foundationDepthLimit)
    do throws(JSONError) {
      value = try read(document.span, &cursor)
      try cursor.finish(document.span)
    } catch {
      value = nil
      fault = error
    }
  }

  private mutating func read(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor
  ) throws(JSONError) -> JSONValue {
    switch try cursor.peek(bytes) {
    case .array:
      var elements: [JSONValue] = []
      try cursor.beginArray(bytes)
      depth = max(depth, cursor.depth)
      while try cursor.nextElement(bytes) { elements.append(try read(bytes, &cursor)) }
      return .array(elements)
    case .object:
      var members: [JSONMember] = []
      try cursor.beginObject(bytes)
      depth = max(depth, cursor.depth)
      while let text = try cursor.nextKey(bytes) {
        let key = text.string(in: bytes)
        let same = members.filter { $0.key == key }
        let isSame = same.contains { $0.key.utf8.elementsEqual(key.utf8) }
        if isSame, keyTwice == nil { keyTwice = text.range.lowerBound - 1 }
        if !same.isEmpty, repeatedKey == nil {
          repeatedKey = RepeatedKey(end: text.range.upperBound, isSame: isSame)
        }
        members.append(JSONMember(key, try read(bytes, &cursor)))
      }
      return .object(members)
    default:
      return try cursor.readValue(bytes)
    }
  }
}
