import ConcordModel

/// How far one writer's journal has been read: where its next line goes on.
package struct WriterTail: Hashable, Sendable {
  package let writer: String
  /// What the journal left, where it is a branch.
  package private(set) var branch: JournalBranch?
  /// The number of the last line, 0 before the first.
  package var number: Int64 = 0
  /// Its hash.
  package var hash: LineHash
  /// Its clock.
  package var time: Int64 = 0
  /// The segment that it stands in, counted from 1.
  package var segment = 1
  /// The bytes of that segment that have been read.
  package var offset: Int64 = 0
  /// The lines of that segment that have been read.
  package var lines = 0
  /// What it said last of the other writers.
  package var seen: [String: Int64] = [:]
  /// Bytes after `offset` that are no whole group: torn, or not all here yet.
  package var unread: Int64 = 0
  /// What is wrong with the last line, where it is whole but not what was written.
  package var badEnd: LineFault?
  /// Whether the last line is whole but not what was written.
  package var endsBadly: Bool { badEnd != nil }
  /// The time of the first change that was left unread because it is too late; nil where none was.
  package var held: Int64?

  package init(_ writer: String, first: LineHash) {
    self.writer = writer
    hash = first
  }

  /// Before the first line of a branch.
  package init(_ branch: JournalBranch) {
    writer = branch.name
    self.branch = branch
    hash = branch.base
    number = branch.first - 1
    seen = [branch.writer: branch.first - 1].filter { $0.value > 0 }
  }

  /// Before the first line of the journal in a directory of `journal/`; nil where it is a branch
  /// whose first line is not there yet.
  package static func start(
    _ name: String, on disk: some Disk, first: LineHash
  ) throws(StoreError) -> WriterTail? {
    guard JournalBranch.writer(ofDirectory: name) != nil else {
      return WriterTail(name, first: first)
    }
    return try JournalBranch.read(name, on: disk).map { WriterTail($0) }
  }

  /// Whether anything of it has been read.
  package var isBegun: Bool { number >= branch?.first ?? 1 }

  /// The directory of a writer's segments.
  package static func directory(_ writer: String) -> String { "journal/" + writer }

  /// The path of a segment.
  package static func path(_ writer: String, segment: Int) -> String {
    var path = "journal/"
    // One piece of memory: each look at a journal asks for a path.
    path.reserveCapacity(40)
    path += writer
    path += "/"
    path += Digits.padded(segment, to: 6)
    path += ".jsonl"
    return path
  }

  package var directory: String { Self.directory(writer) + "/" }

  /// The line that comes next.
  package var next: LineID { LineID(writer, number + 1) }

  /// About how many bytes of all its segments have been read.
  var covered: Int64 { Int64(segment - 1) * Self.sealedSize + offset }

  package var path: String { Self.path(writer, segment: segment) }

  /// The path of the segment after it.
  package var nextPath: String { Self.path(writer, segment: segment + 1) }

  /// The number of the segment with this file name; nil where it is none.
  package static func segment(named name: String) -> Int? {
    guard name.hasSuffix(".jsonl"), name.utf8.count == 12, let number = Int(name.dropLast(6)),
      number >= 1, Digits.padded(number, to: 6) == name.dropLast(6)
    else { return nil }
    return number
  }

  /// What is wrong where a writer's segments do not follow one another from the first on: those
  /// behind the gap are not read.
  static func gap(_ writer: String, on disk: any Disk) throws(StoreError) -> StoreError? {
    guard try disk.status(directory(writer))?.kind == .directory else { return nil }
    var next = 1
    for name in try disk.list(directory(writer)) {
      guard let number = segment(named: name) else { continue }
      while next < number {
        let missing = path(writer, segment: next)
        // One that was made while the names were listed may have been left out.
        guard try disk.status(missing) != nil else {
          return .gap(
            missing: disk.root + "/" + missing,
            found: disk.root + "/" + path(writer, segment: number))
        }
        next += 1
      }
      next = number + 1
    }
    return nil
  }

  /// The paths of all writers' segments.
  static func segments(on disk: any Disk) throws(StoreError) -> [String] {
    guard try disk.status("journal")?.kind == .directory else { return [] }
    var paths: [String] = []
    for name in try disk.list("journal") where JournalBranch.isJournal(name) {
      guard try disk.status(directory(name))?.kind == .directory else { continue }
      paths += try disk.list(directory(name)).filter { segment(named: $0) != nil }
        .map { directory(name) + "/" + $0 }
    }
    return paths
  }

  /// Bytes from which on a segment is sealed and the next change begins a new one.
  package static let sealedSize: Int64 = 4 << 20
}
