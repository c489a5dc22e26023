import ConcordModel
import Glibc

/// Reads one writer's journal onwards from where it was left, group by group, each line checked.
package struct JournalReader {
  package let disk: any Disk
  /// Gets the prints of what is read.
  private let prints: JournalPrints?
  /// Hears of each segment that was read.
  private let report: OpeningReport?
  /// Gets the lines that this machine has seen before.
  private let heads: HeadCheck?

  package init(_ disk: any Disk) { self.init(disk, nil) }

  init(
    _ disk: any Disk, _ prints: JournalPrints?, _ report: OpeningReport? = nil,
    heads: HeadCheck? = nil
  ) {
    self.disk = disk
    self.prints = prints
    self.report = report
    self.heads = heads
  }

  /// Reads all that has come since `tail` and hands each whole change to `body`. An unfinished group
  /// at the end stays unread; so does a last line that is whole but not what was written
  /// (`endsBadly`). Damage anywhere else throws; `tail` then stands behind the last good change.
  ///
  /// - Parameter limit: changes beyond it stay unread; `held` then says from when on.
  package func advance(
    _ tail: inout WriterTail, upTo limit: ReadingLimit = .none, _ body: (Transaction) -> Void
  ) throws(StoreError) {
    tail.held = nil
    heads?.begin(tail)
    while true {
      guard let status = try disk.status(tail.path) else {
        guard tail.offset > 0 else { return }
        throw .shortened(
          path: disk.root + "/" + tail.path, line: tail.number - Int64(tail.lines),
          seen: tail.number)
      }
      guard status.kind == .file else { throw .notAFile(path: disk.root + "/" + tail.path) }
      guard status.size >= tail.offset else {
        let left = try disk.contents(of: tail.path).count { $0 == 0x0A }
        throw .shortened(
          path: disk.root + "/" + tail.path, line: tail.number - Int64(tail.lines - left),
          seen: tail.number)
      }
      let next = WriterTail.path(tail.writer, segment: tail.segment + 1)
      let isLast = try disk.status(next) == nil
      if status.size > tail.offset {
        try readSegment(&tail, isLast: isLast, upTo: limit, body)
        if tail.held != nil { return }
      } else if let prints, prints.ends[tail.writer] == nil {
        prints.ends[tail.writer] = FileStamp(status)
      }
      if isLast || tail.endsBadly { return }
      prints?.ends[tail.writer] = nil
      tail.segment += 1
      tail.offset = 0
      tail.lines = 0
    }
  }

  private func readSegment(
    _ tail: inout WriterTail, isLast: Bool, upTo limit: ReadingLimit,
    _ body: (Transaction) -> Void
  ) throws(StoreError) {
    let file = try disk.open(tail.path, .read)
    defer { disk.close(file) }
    let clock = disk.clock
    let status = try disk.status(of: file)
    let start = tail.offset
    let bytes = try disk.read(file, at: start, count: Int(status.size - start))
    prints?.ends[tail.writer] = FileStamp(status)
    defer {
      report?.hasRead(Int(tail.offset - start))
      bytes.withUnsafeBytes { all in
        prints?.add(
          UnsafeRawBufferPointer(rebasing: all.prefix(Int(tail.offset - start))), tail.writer,
          segment: tail.segment, at: start, stamp: FileStamp(status, lookedAt: clock))
      }
    }
    try read(bytes.span, &tail, isLast: isLast, upTo: limit, body)
  }

  /// Reads the groups in `bytes`, which stand at the tail's offset.
  package func read(
    _ bytes: Span<UInt8>, _ tail: inout WriterTail, isLast: Bool,
    upTo limit: ReadingLimit = .none, _ body: (Transaction) -> Void
  ) throws(StoreError) {
    var group = GroupReading(after: tail)
    let numbers = heads?.numbers(tail) ?? []
    var seen: [HeadCheck.Place] = []
    var place = 0
    var lines = tail.lines
    let start = tail.offset
    tail.unread = 0
    tail.badEnd = nil
    while place < bytes.count {
      guard let end = Self.lineEnd(bytes, from: place) else { break }
      lines += 1
      do {
        let line = try JournalLine.read(bytes, place..<end)
        try group.append(line)
        if numbers.contains(line.header.line.number) {
          seen.append(HeadCheck.Place(line, path: tail.path, lineInFile: lines))
        }
      } catch {
        if isLast, !error.fault.isNewer, Self.lineEnd(bytes, from: end + 1) == nil {
          tail.badEnd = error.fault
          tail.unread = Int64(bytes.count) - (tail.offset - start)
          return
        }
        throw .damaged(path: disk.root + "/" + tail.path, line: lines, error.fault)
      }
      place = end + 1
      if let transaction = group.finished() {
        guard limit.allows(transaction) else {
          tail.held = transaction.time
          return
        }
        tail = group.tail
        tail.offset = start + Int64(place)
        tail.lines = lines
        for place in seen { heads?.found(place, in: tail) }
        seen = []
        body(transaction)
      }
    }
    tail.unread = Int64(bytes.count) - (tail.offset - start)
    if tail.unread > 0, !isLast {
      throw .damaged(path: disk.root + "/" + tail.path, line: lines + 1, .unfinished)
    }
  }

  package static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.extracting(start..<bytes.count).withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, let found = memchr(base, 0x0A, buffer.count) else {
        return nil
      }
      return start + (UnsafeRawPointer(found) - base)
    }
  }
}

/// The lines of one change as they come, each checked against the one before.
private struct GroupReading {
  var tail: WriterTail
  private var first: LineHeader?
  private var last: LineHeader?
  private var steps: [Transaction.Step] = []
  private var removed: [RemovedOperation] = []

  init(after tail: WriterTail) { self.tail = tail }

  mutating func append(_ written: JournalLine) throws(LineReadingError) {
    guard written.header.line.writer == tail.branch?.writer ?? tail.writer else {
      throw .fault(.writer(written.header.line.writer))
    }
    let line = tail.branch?.named(written) ?? written
    let header = line.header
    guard header.line.number == tail.number + 1 else {
      throw .fault(.sequence(found: header.line.number, expected: tail.number + 1))
    }
    guard line.previous == tail.hash else { throw .fault(.chain) }
    if let first {
      guard header.time == first.time, header.author == first.author,
        header.account == first.account, header.command == first.command,
        header.undoes == first.undoes, header.wallTime == first.wallTime
      else { throw .fault(.group) }
    } else {
      guard header.time > tail.time else { throw .fault(.clock) }
      first = header
    }
    last = header
    for operation in line.operations {
      steps.append(Transaction.Step(header.line, operation))
    }
    removed += line.removed
    tail.number = header.line.number
    tail.hash = line.hash
    tail.time = header.time
    if let seen = header.seen {
      tail.seen = seen
      if let branch = tail.branch, branch.first > 1 { tail.seen[branch.writer] = branch.first - 1 }
    }
  }

  /// The change, once its last line has come.
  mutating func finished() -> Transaction? {
    guard let first, let last, !last.hasMore else { return nil }
    let transaction = Transaction(
      id: last.line, first: first.line, time: first.time, wallTime: first.wallTime,
      author: first.author, account: first.account, command: first.command, undoes: first.undoes,
      seen: tail.seen, steps: steps, removed: removed)
    removed = []
    self.first = nil
    self.last = nil
    steps = []
    return transaction
  }
}
