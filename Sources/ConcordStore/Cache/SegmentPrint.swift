import ConcordJSON

/// What the bytes of a segment were when they were folded, so that whoever trusts that fold can tell
/// whether they still are.
struct SegmentPrint: Hashable, Sendable {
  /// How many bytes, from the segment's beginning.
  var covered: Int64
  /// Their SHA-256.
  var digest: LineHash
  /// What the file was before they were read; nil where that could not tell a later change.
  var stamp: FileStamp?
  /// The SHA-256 of the bytes that were folded after those, and where they end; nil where none were.
  var later: Later?

  struct Later: Hashable, Sendable {
    let covered: Int64
    let digest: LineHash
  }

  /// Where the last byte that was folded ends.
  var end: Int64 { later?.covered ?? covered }

  /// Whether a file of this status has these bytes for certain.
  func tells(_ status: FileStatus) -> Bool {
    later == nil && stamp.map { $0 == FileStamp(status) } ?? false
  }

  /// Bytes that are read at once.
  private static let step: Int64 = 1 << 20

  /// Reads the file at `path` again.
  /// - Returns: the print of all these bytes as one; nil where they are others.
  func reread(_ path: String, _ disk: any Disk) throws(StoreError) -> SegmentPrint? {
    let clock = disk.clock
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let stamp = FileStamp(try disk.status(of: file), lookedAt: clock)
    var whole = ByteHasher()
    var part = ByteHasher()
    var place: Int64 = 0
    while place < end {
      let limit = place < covered ? covered : end
      let count = Int(min(Self.step, limit - place))
      let bytes = try disk.read(file, at: place, count: count)
      guard bytes.count == count else { return nil }
      bytes.withUnsafeBytes { bytes in
        whole.add(bytes)
        if place >= covered { part.add(bytes) }
      }
      place += Int64(count)
      if place == covered, whole.value != digest { return nil }
    }
    if let later, part.value != later.digest { return nil }
    return SegmentPrint(covered: end, digest: whole.value, stamp: stamp)
  }
}

extension SegmentPrint {
  /// Reads what `write` writes; nil for anything else.
  init?(_ value: JSONValue) {
    guard let parts = value.array, parts.count == 2 || parts.count == 6,
      let covered = parts[0].integer, covered > 0,
      let digest = parts[1].string.flatMap({ LineHash($0) })
    else { return nil }
    self.init(covered: covered, digest: digest)
    guard parts.count == 6 else { return }
    let numbers = parts[2...].compactMap(\.integer)
    guard numbers.count == 4 else { return nil }
    stamp = FileStamp(
      size: numbers[0], modified: numbers[1], changed: numbers[2],
      inode: UInt64(bitPattern: numbers[3]))
  }

  /// Bytes, hash, and where there is a stamp its size, two times and inode.
  func write(to json: inout JSONWriter) {
    json.beginArray()
    json.integer(covered)
    json.string(digest.text)
    if let stamp {
      json.integer(stamp.size)
      json.integer(stamp.modified)
      json.integer(stamp.changed)
      json.integer(Int64(bitPattern: stamp.inode))
    }
    json.endArray()
  }
}
