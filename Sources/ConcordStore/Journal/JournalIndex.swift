import ConcordModel

/// Where each change stands in the journals, found out only as far as somebody asks: segment by
/// segment, by their lines' headers.
package struct JournalIndex: Sendable {
  private let disk: any Disk
  private var segments: [SegmentName: SegmentIndex] = [:]
  /// Authors and commands, which come again and again.
  private var words: [String] = []
  private var places: [String: Int32] = [:]

  package init(_ disk: any Disk) { self.disk = disk }

  private struct SegmentName: Hashable {
    let writer: String
    let segment: Int
  }

  /// One change in 56 bytes.
  package struct Entry: Sendable {
    /// The first line's number, and the last's.
    package let first: Int64
    package let last: Int64
    package let time: Int64
    package let offset: Int64
    package let length: Int64
    fileprivate let author: Int32
    fileprivate let command: Int32
    /// The change that it takes back: the place of its writer's name, and its number.
    fileprivate let undoneWriter: Int32
    fileprivate let undoneNumber: Int64
  }

  private struct SegmentIndex {
    var entries: [Entry] = []
    /// Bytes that the entries cover, and lines.
    var covered: Int64 = 0
    var lines = 0
    /// The number of the first line; nil while there is none.
    var first: Int64? { entries.first?.first }
  }

  // MARK: Asking

  /// A change's place, with its entry.
  package struct Found: Sendable {
    package let writer: String
    package let segment: Int
    package let entry: Entry
    /// The branch that it stands in, where it is one.
    package let branch: JournalBranch?
    package var id: LineID { LineID(writer, entry.last) }
  }

  package func author(_ entry: Entry) -> String { words[Int(entry.author)] }
  package func command(_ entry: Entry) -> String { words[Int(entry.command)] }
  package func undoes(_ found: Found) -> LineID? {
    let entry = found.entry
    guard entry.undoneWriter >= 0 else { return nil }
    let line = LineID(words[Int(entry.undoneWriter)], entry.undoneNumber)
    return found.branch?.name(line) ?? line
  }

  /// The change that holds a line; nil where the journal as folded so far has none.
  package mutating func find(_ line: LineID, in tail: WriterTail) throws(StoreError) -> Found? {
    guard line.number >= 1, line.number <= tail.number else { return nil }
    var (low, high) = (1, tail.segment)
    while low < high {
      let middle = (low + high + 1) / 2
      let first = try entries(tail, middle).first?.first ?? Int64.max
      if first <= line.number { low = middle } else { high = middle - 1 }
    }
    let entries = try entries(tail, low)
    var (from, to) = (0, entries.count)
    while from < to {
      let middle = (from + to) / 2
      if entries[middle].last < line.number { from = middle + 1 } else { to = middle }
    }
    guard from < entries.count, entries[from].first <= line.number else { return nil }
    return Found(
      writer: tail.writer, segment: low, entry: entries[from], branch: tail.branch)
  }

  /// The changes of one segment in their order, as far as they are folded.
  package mutating func entries(
    _ tail: WriterTail, _ segment: Int
  ) throws(StoreError) -> [Entry] {
    let name = SegmentName(writer: tail.writer, segment: segment)
    var index = segments[name] ?? SegmentIndex()
    let path = WriterTail.path(tail.writer, segment: segment)
    let end: Int64
    if segment == tail.segment {
      end = tail.offset
    } else if segment < tail.segment {
      // A sealed segment does not grow any more.
      if index.covered > 0 { return index.entries }
      end = try disk.status(path)?.size ?? 0
    } else {
      return []
    }
    if index.covered < end {
      try extend(&index, path, to: end)
      segments[name] = index
    }
    return index.entries
  }

  /// Reads the change at its place, every hash of it checked.
  package func transaction(_ found: Found) throws(StoreError) -> Transaction {
    let path = WriterTail.path(found.writer, segment: found.segment)
    let bytes = try self.bytes(found)
    var headers: [LineHeader] = []
    var steps: [Transaction.Step] = []
    var place = 0
    while let end = JournalReader.lineEnd(bytes.span, from: place) {
      let line: JournalLine
      do {
        let written = try JournalLine.read(bytes.span, place..<end)
        line = found.branch?.named(written) ?? written
      } catch {
        throw .damaged(path: disk.root + "/" + path, line: headers.count + 1, error.fault)
      }
      headers.append(line.header)
      for operation in line.operations {
        steps.append(Transaction.Step(line.header.line, operation))
      }
      place = end + 1
    }
    guard let first = headers.first, let last = headers.last, last.line == found.id else {
      throw .damaged(path: disk.root + "/" + path, line: 1, .group)
    }
    return Transaction(
      id: last.line, first: first.line, time: first.time, wallTime: first.wallTime,
      author: first.author, account: first.account, command: first.command, undoes: first.undoes,
      steps: steps)
  }

  /// The bytes of a change as they stand in the journal.
  package func bytes(_ found: Found) throws(StoreError) -> [UInt8] {
    let file = try disk.open(WriterTail.path(found.writer, segment: found.segment), .read)
    defer { disk.close(file) }
    return try disk.read(file, at: found.entry.offset, count: Int(found.entry.length))
  }

  // MARK: Reading headers

  private mutating func extend(
    _ index: inout SegmentIndex, _ path: String, to end: Int64
  ) throws(StoreError) {
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let bytes = try disk.read(file, at: index.covered, count: Int(end - index.covered))
    var place = 0
    var groupStart = 0
    var first: LineHeader?
    while let lineEnd = JournalReader.lineEnd(bytes.span, from: place) {
      let header: LineHeader
      var headerEnd = 0
      do {
        header = try LineHeader.read(
          bytes.span.extracting(place..<lineEnd), end: &headerEnd)
      } catch {
        throw .damaged(
          path: disk.root + "/" + path, line: index.lines + 1, error.fault)
      }
      index.lines += 1
      place = lineEnd + 1
      let opening = first ?? header
      first = opening
      guard !header.hasMore else { continue }
      index.entries.append(
        Entry(
          first: opening.line.number, last: header.line.number, time: opening.time,
          offset: index.covered + Int64(groupStart), length: Int64(place - groupStart),
          author: number(opening.author), command: number(opening.command),
          undoneWriter: opening.undoes.map { number($0.writer) } ?? -1,
          undoneNumber: opening.undoes?.number ?? 0))
      groupStart = place
      first = nil
    }
    index.covered += Int64(groupStart)
  }

  private mutating func number(_ word: String) -> Int32 {
    if let place = places[word] { return place }
    let place = Int32(words.count)
    words.append(word)
    places[word] = place
    return place
  }
}
