import ConcordModel

/// A segment in which Git has put two branches of one writer's journal between conflict markers:
/// two copies of a store have written on under one id. It tells them apart again.
struct MergedJournal {
  /// The segment.
  let path: String
  /// The writer.
  let writer: String
  /// What stands there now.
  let bytes: [UInt8]
  /// What is to stand there: the part before the markers, and the branch that keeps the writer's id.
  let kept: [UInt8]
  /// The name of the other branch, and its lines.
  let branch: String
  let moved: [UInt8]

  /// What a segment holds behind the last good change of its journal; nil where that is not two whole
  /// branches and nothing else.
  init?(_ tail: WriterTail, _ bytes: [UInt8], on disk: any Disk) {
    guard tail.branch == nil, tail.offset <= Int64(bytes.count),
      let parts = Self.parts(bytes[Int(tail.offset)...]),
      let ours = Self.firstHash(parts.ours, tail, disk),
      let theirs = Self.firstHash(parts.theirs, tail, disk), ours != theirs
    else { return nil }
    let oursStays = ours.text < theirs.text
    path = tail.path
    writer = tail.writer
    self.bytes = bytes
    kept = bytes[..<Int(tail.offset)] + (oursStays ? parts.ours : parts.theirs)
    branch = JournalBranch.name(tail.writer, oursStays ? theirs : ours)
    moved = oursStays ? parts.theirs : parts.ours
  }

  /// The lines between the markers; a common ancestor between them is left out.
  private static func parts(
    _ rest: ArraySlice<UInt8>
  ) -> (ours: [UInt8], theirs: [UInt8])? {
    var parts: [[UInt8]] = [[], [], []]
    var place: Int?
    var isOver = false
    for line in rest.split(separator: 0x0A, omittingEmptySubsequences: true) {
      guard !isOver else { return nil }
      switch (line.prefix(7), place) {
      case (marker("<"), nil): place = 0
      case (marker("|"), 0): place = 1
      case (marker("="), 0), (marker("="), 1): place = 2
      case (marker(">"), 2): isOver = true
      case (_, let place?): parts[place] += line + [0x0A]
      case (_, nil): return nil
      }
    }
    return isOver && parts[1].isEmpty ? (parts[0], parts[2]) : nil
  }

  private static func marker(_ sign: Character) -> ArraySlice<UInt8> {
    Array(String(repeating: sign, count: 7).utf8)[...]
  }

  /// The hash of the first of some lines that go on from `tail` without a fault; nil for others.
  private static func firstHash(
    _ lines: [UInt8], _ tail: WriterTail, _ disk: any Disk
  ) -> LineHash? {
    var end = tail
    do {
      try JournalReader(disk).read(lines.span, &end, isLast: false) { _ in }
    } catch {
      return nil
    }
    guard end.number > tail.number, let lineEnd = JournalReader.lineEnd(lines.span, from: 0) else {
      return nil
    }
    return try? JournalLine.read(lines.span, 0..<lineEnd).hash
  }

  /// Puts each branch into a place of its own. What stood there is kept in quarantine; cut short, it
  /// can be done again.
  func separate(on disk: any Disk) throws(StoreError) {
    try disk.ensureDirectory(WriterTail.directory(branch))
    try disk.replace(WriterTail.path(branch, segment: 1), with: moved)
    let name = path.split(separator: "/").joined(separator: "-")
    try disk.replace(Quarantine.place(name, on: disk), with: bytes)
    try disk.replace(path, with: kept)
  }
}
