import ConcordJSON
import ConcordModel

extension LineHeader {
  /// Reads the header that begins `line`; afterwards `end` is the offset of the comma before `"ops"`.
  package static func read(
    _ line: Span<UInt8>, end: inout Int
  ) throws(LineReadingError) -> LineHeader {
    do {
      var cursor = JSONCursor()
      try cursor.beginObject(line)
      return try read(line, &cursor, end: &end)
    } catch let error as JSONError {
      throw .json(error)
    } catch let fault as LineFault {
      throw .fault(fault)
    } catch {
      throw .fault(.layout("a header"))
    }
  }

  private static func read(
    _ line: Span<UInt8>, _ cursor: inout JSONCursor, end: inout Int
  ) throws -> LineHeader {
    // The comma before the key that comes next.
    var comma = 0
    var key: JSONText?
    func advance() throws(JSONError) {
      comma = cursor.offset
      key = try cursor.nextKey(line)
    }
    func take(_ name: StaticString) -> Bool { key?.equals(name, in: line) ?? false }
    func expect(_ name: StaticString) throws {
      guard take(name) else { throw LineFault.layout("\"\(name)\" in the header") }
    }
    func text(_ name: StaticString) throws -> String {
      try expect(name)
      let text = try cursor.readString(line).string(in: line)
      try advance()
      return text
    }
    func number(_ name: StaticString) throws -> Int64 {
      try expect(name)
      let number = try cursor.readInteger(line)
      try advance()
      return number
    }

    try advance()
    let version = try number("v")
    guard version == Self.version else { throw LineFault.version(version) }
    let writer = try text("w")
    var header = LineHeader(
      line: LineID(writer, try number("n")), time: try number("t"),
      wallTime: take("at") ? try number("at") : nil, author: try text("by"),
      account: try text("as"), command: try text("cmd"))
    if take("seen") {
      var seen: [String: Int64] = [:]
      try cursor.beginObject(line)
      while let name = try cursor.nextKey(line) {
        let writer = name.string(in: line)
        guard seen[writer] == nil else {
          throw JSONError(.duplicateKey(writer), at: name.range.lowerBound - 1, in: line)
        }
        seen[writer] = try cursor.readInteger(line)
      }
      header.seen = seen
      try advance()
    }
    if take("undoes") {
      header.undoes = try cursor.readLine(line)
      try advance()
    }
    if take("more") {
      header.hasMore = try cursor.readBool(line)
      try advance()
    }
    try expect("ops")
    end = comma
    guard Self.numbers.contains(header.line.number), Self.times.contains(header.time),
      header.wallTime.map({ Self.times.contains(Int64(clamping: $0.magnitude)) }) ?? true
    else { throw LineFault.layout("n from 1 and t from 0") }
    return header
  }
}
