import ConcordJSON
import ConcordModel

/// A line of the journal as it was read, its own hash checked.
package struct JournalLine: Sendable {
  package let header: LineHeader
  /// What it does; operations that were redacted are not here any more.
  package let operations: [Operation]
  /// The hash of the line before.
  package let previous: LineHash
  /// Its own.
  package let hash: LineHash

  /// Reads the line at `range` of `bytes` (without its line feed) and checks its hash.
  package static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(LineReadingError) -> JournalLine {
    let line = bytes.extracting(range)
    var place = 0
    let header = try LineHeader.read(line, end: &place)
    let headerEnd = place
    try skip(",\"ops\":[", line, &place)

    // The end has a fixed length: ],"p":"…64…","h":"…64…"}
    let tail = line.count - 144
    guard tail >= place, let previous = LineHash(hex: line, at: tail + 7),
      let hash = LineHash(hex: line, at: tail + 78)
    else { throw .fault(.layout("a line that ends in p and h")) }
    var end = tail
    try skip("],\"p\":\"", line, &end)
    end += 64
    try skip("\",\"h\":\"", line, &end)
    end += 64
    try skip("\"}", line, &end)

    var hasher = line.extracting(0..<headerEnd).withUnsafeBytes {
      LineHasher(previous: previous, header: $0)
    }
    var operations: [Operation] = []
    var isFirst = true
    while place < tail {
      if !isFirst { try skip(",", line, &place) }
      isFirst = false
      if place < tail, line[place] == UInt8(ascii: "\"") {
        hasher.add(try redacted(line, &place))
        continue
      }
      let start = place
      operations.append(try OperationReading.read(line, at: start, end: &place))
      guard place <= tail else { throw .fault(.layout("operations before p and h")) }
      hasher.add(line.extracting(start..<place).withUnsafeBytes { LineHash(of: $0) })
    }
    guard hasher.finish() == hash else { throw .fault(.hash) }
    return JournalLine(header: header, operations: operations, previous: previous, hash: hash)
  }

  /// The hash that stands in the place of a redacted operation.
  private static func redacted(
    _ line: Span<UInt8>, _ place: inout Int
  ) throws(LineReadingError) -> LineHash {
    guard let hash = LineHash(hex: line, at: place + 1) else {
      throw .fault(.layout("an operation, or the hash of one"))
    }
    place += 65
    try skip("\"", line, &place)
    return hash
  }

  private static func skip(
    _ text: StaticString, _ line: Span<UInt8>, _ place: inout Int
  ) throws(LineReadingError) {
    let count = text.utf8CodeUnitCount
    guard place + count <= line.count else { throw .fault(.layout("\(text)")) }
    for index in 0..<count where line[place + index] != text.utf8Start[index] {
      throw .fault(.layout("\(text)"))
    }
    place += count
  }
}
