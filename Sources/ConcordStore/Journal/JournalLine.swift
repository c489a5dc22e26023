import ConcordJSON
import ConcordModel

/// A line of the journal as it was read, its own hash checked.
package struct JournalLine: Sendable {
  package let header: LineHeader
  /// What it does; of operations that were redacted only their replacements.
  package let operations: [Operation]
  /// What was redacted.
  package let removed: [RemovedOperation]
  /// The hash of the line before.
  package let previous: LineHash
  /// Its own.
  package let hash: LineHash

  /// Reads the line at `range` of `bytes` (without its line feed) and checks its hash.
  ///
  /// - Parameter visit: gets the bytes of each operation within the line, and the operation; nil
  ///   where it was redacted.
  package static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>,
    visit: (Range<Int>, Operation?) -> Void = { _, _ in }
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
    // Operations are read without what is behind them: none of them may use its bytes.
    let text = line.extracting(0..<tail)
    var operations: [Operation] = []
    var removed: [RemovedOperation] = []
    var isFirst = true
    var number = -1
    while place < tail {
      if !isFirst { try skip(",", text, &place) }
      isFirst = false
      number += 1
      let start = place
      if place < tail, text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "[") {
        let digest = try redacted(text, &place, &operations, header.line, number, &removed)
        visit(start..<place, nil)
        hasher.add(digest)
        continue
      }
      operations.append(try OperationReading.read(text, at: start, end: &place))
      visit(start..<place, operations.last)
      hasher.add(text.extracting(start..<place).withUnsafeBytes { LineHash(of: $0) })
    }
    guard hasher.finish() == hash else { throw .fault(.hash) }
    return JournalLine(
      header: header, operations: operations, removed: removed, previous: previous, hash: hash)
  }

  /// What stands in the place of a redacted operation: its hash, or its hash and a replacement.
  private static func redacted(
    _ line: Span<UInt8>, _ place: inout Int, _ operations: inout [Operation], _ id: LineID,
    _ number: Int, _ removed: inout [RemovedOperation]
  ) throws(LineReadingError) -> LineHash {
    let hasReplacement = line[place] == UInt8(ascii: "[")
    if hasReplacement { place += 1 }
    try skip("\"", line, &place)
    guard let hash = LineHash(hex: line, at: place) else {
      throw .fault(.layout("an operation, or the hash of one"))
    }
    place += 64
    try skip("\"", line, &place)
    var replacement: LineHash?
    if hasReplacement {
      try skip(",", line, &place)
      let start = place
      operations.append(try OperationReading.read(line, at: start, end: &place))
      replacement = line.extracting(start..<place).withUnsafeBytes { LineHash(of: $0) }
      try skip("]", line, &place)
    }
    removed.append(
      RemovedOperation(
        line: id, place: number, digest: hash.text, replacement: replacement?.text))
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
