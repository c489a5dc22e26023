import ConcordJSON
import ConcordModel

/// The last line of a cache: how its rows are cut into parts that can be read by themselves, with the
/// checksum of each, and a checksum of the first and the last line.
struct CacheParts {
  /// Rows of one kind, a whole number of chunks but for a kind's last part.
  struct Part {
    let kind: RecordKind
    let rows: Int
    /// Bytes.
    let length: Int
    let sum: String
  }

  private(set) var parts: [Part] = []
  /// Ends the line: `","sum":"` is before it.
  private static let sumLength = 16

  init() {}

  mutating func append(_ part: Part) { parts.append(part) }

  /// Reads the last line. `header` are the first line's bytes; nil where the checksum says otherwise.
  init?(
    _ line: UnsafeBufferPointer<UInt8>, header: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) {
    let end = Array(",\"sum\":\"".utf8)
    let start = line.count - Self.sumLength - 2 - end.count
    guard start > 0, line[start..<start + end.count].elementsEqual(end) else { return nil }
    let body = UnsafeBufferPointer(rebasing: line[..<start])
    let sum = line[start + end.count..<line.count - 2]
    guard Self.checksum(header, body).text.utf8.elementsEqual(sum) else { return nil }
    var cursor = JSONCursor()
    let value = try cursor.readValue(line.span)
    try cursor.finish(line.span)
    guard let listed = value["parts"]?.array else { return nil }
    for element in listed {
      guard let entry = element.array, entry.count == 4,
        let letter = entry[0].string?.utf8.first, let kind = RecordKind(rawValue: letter),
        let rows = entry[1].integer, let length = entry[2].integer, let sum = entry[3].string,
        (1..<1 << 31).contains(rows), (1..<1 << 40).contains(length)
      else { return nil }
      parts.append(Part(kind: kind, rows: Int(rows), length: Int(length), sum: sum))
    }
  }

  /// Writes the line, without its line feed. `header` is the first line with its line feed.
  func write(header: [UInt8], to json: inout JSONWriter) {
    let start = json.bytes.count
    json.beginObject()
    json.key("rows")
    json.integer(parts.reduce(0) { $0 + $1.rows })
    json.key("parts")
    json.beginArray()
    for part in parts {
      json.beginArray()
      json.string(part.kind.letter)
      json.integer(part.rows)
      json.integer(part.length)
      json.string(part.sum)
      json.endArray()
    }
    json.endArray()
    let sum = json.bytes.withUnsafeBufferPointer { bytes in
      header.withUnsafeBufferPointer {
        Self.checksum($0, UnsafeBufferPointer(rebasing: bytes[start...]))
      }
    }
    json.key("sum")
    json.string(sum.text)
    json.endObject()
  }

  private static func checksum(
    _ header: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>
  ) -> CacheChecksum {
    var sum = CacheChecksum()
    sum.add(UnsafeRawBufferPointer(header))
    sum.add(UnsafeRawBufferPointer(body))
    return sum
  }
}
