import ConcordJSON
import Crypto

/// A line's hash made a second time, as plainly as the format describes it, to hold the fast reader to
/// it: SHA-256 over p, the header closed by `}`, and each operation's own SHA-256, as text, with a line
/// feed after each.
struct PlainLine {
  private let bytes: [UInt8]
  /// What `p` says.
  private(set) var previous: String?
  /// What `h` says.
  private(set) var written: String?
  /// What `h` should say.
  private(set) var computed: String?
  /// Where the operations stand.
  private(set) var operations: [Range<Int>] = []
  /// How many of them are not redacted.
  private(set) var objects = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(JSONError) {
    let document = bytes
    let span = document.span
    var cursor = JSONCursor(depthLimit: LineProperties.depthLimit)
    var header: [UInt8] = []
    var digests: [String] = []
    try cursor.beginObject(span)
    var comma = cursor.offset
    while let key = try cursor.nextKey(span) {
      switch key.string(in: span) {
      case "ops":
        header = Array(bytes[..<comma])
        try cursor.beginArray(span)
        while try cursor.nextElement(span) { digests.append(try digest(span, &cursor)) }
      case "p": previous = try cursor.readString(span).string(in: span)
      case "h": written = try cursor.readString(span).string(in: span)
      default: try cursor.skipValue(span)
      }
      comma = cursor.offset
    }
    try cursor.finish(span)
    var text = Array((previous ?? "").utf8) + [0x0A] + header + Array("}\n".utf8)
    for digest in digests { text += Array(digest.utf8) + [0x0A] }
    computed = Self.hex(text)
  }

  private mutating func digest(
    _ span: Span<UInt8>, _ cursor: inout JSONCursor
  ) throws(JSONError) -> String {
    var inner = cursor
    let range = try cursor.skipValue(span)
    operations.append(range)
    switch try inner.peek(span) {
    case .string: return try inner.readString(span).string(in: span)
    case .array:
      try inner.beginArray(span)
      _ = try inner.nextElement(span)
      return try inner.readString(span).string(in: span)
    default:
      objects += 1
      return Self.hex(Array(bytes[range]))
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
