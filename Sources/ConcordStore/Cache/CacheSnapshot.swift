import ConcordJSON
import ConcordModel

/// A state to be written as the cache, or as that of an earlier day: a value, so that a worker can
/// write it while the store goes on.
struct CacheSnapshot: Sendable {
  private let disk: any Disk
  private let identity: StoreIdentity
  /// Only what is written: a copy of all the rest would have to be made at the next change.
  private let workspace: Workspace
  private let tails: [WriterTail]
  private let prints: SegmentPrints
  /// Where it is to stand.
  private let target: String

  init(
    _ disk: any Disk, _ identity: StoreIdentity, _ workspace: Workspace,
    _ tails: some Sequence<WriterTail>, _ prints: SegmentPrints, at target: String
  ) {
    self.disk = disk
    self.identity = identity
    self.workspace = workspace.withoutFigures()
    self.tails = tails.filter { $0.number > 0 }
    self.prints = prints
    self.target = target
  }

  /// Writes it in one step: whoever reads meanwhile finds what was there before or all of this.
  ///
  /// Nothing is left behind where the journals have other bytes than those that were folded: what a
  /// redaction has taken out does not come back with a cache.
  ///
  /// - Parameter isUnwanted: asked from time to time; true leaves everything as it was.
  /// - Returns: whether it stands there.
  @discardableResult
  func write(unless isUnwanted: () -> Bool = { false }) throws(StoreError) -> Bool {
    let prints = try confirmed(prints)
    try disk.ensureDirectory("cache")
    try disk.ensureDirectory(LocalDisk.parent(of: target))
    let file = try openDraft()
    defer { disk.close(file) }
    do {
      try disk.truncate(file, to: 0)
      if try writeLines(prints, to: file, unless: isUnwanted) {
        try putInPlace(file, prints)
        return true
      }
    } catch {
      try? removeDraft(file)
      throw error
    }
    try removeDraft(file)
    return false
  }

  private var draft: String { StateCache.draft(in: LocalDisk.parent(of: target)) }

  private func removeDraft(_ file: DiskFile) throws(StoreError) {
    if try isDraft(file) { try disk.remove(draft) }
  }

  /// The draft, locked: of several processes one writes at a time.
  private func openDraft() throws(StoreError) -> DiskFile {
    while true {
      let file = try disk.open(draft, .write)
      do {
        try disk.lock(file)
        // Who had the lock before may have put this very file in the cache's place.
        if try isDraft(file) { return file }
      } catch {
        disk.close(file)
        throw error
      }
      disk.close(file)
    }
  }

  private func isDraft(_ file: DiskFile) throws(StoreError) -> Bool {
    try disk.status(draft)?.inode == disk.status(of: file).inode
  }

  /// The prints as the disk has them now.
  private func confirmed(_ prints: SegmentPrints) throws(StoreError) -> SegmentPrints {
    for tail in tails where !prints.cover(tail) { throw .rewritten(path: path(tail.path)) }
    guard let found = try prints.confirmed(on: disk, OneByOne()) else {
      throw .rewritten(path: path("journal"))
    }
    return found.prints
  }

  /// Under the store's lock, so that no redaction comes between the last look and the new name.
  private func putInPlace(_ file: DiskFile, _ prints: SegmentPrints) throws(StoreError) {
    try disk.ensureDirectory("local")
    let lock = try disk.open("local/lock", .write)
    defer { disk.close(lock) }
    try disk.lock(lock)
    defer { disk.unlock(lock) }
    // A redaction takes the draft away too.
    guard try disk.status(RedactionMark.file) == nil, try isDraft(file) else {
      throw .rewritten(path: path("journal"))
    }
    _ = try confirmed(prints)
    if let status = try disk.status(target), status.kind != .file {
      throw .notAFile(path: path(target))
    }
    try disk.rename(draft, to: target)
  }

  private func path(_ path: String) -> String { disk.root + "/" + path }

  /// Bytes after which a part ends, once its last chunk is whole.
  private static let partSize = 2 << 20
  /// Bytes after which the system is to have them on disk: whoever saves a change meanwhile waits for
  /// no more than these.
  private static let stepSize: Int64 = 8 << 20

  /// - Returns: whether it is still wanted.
  private func writeLines(
    _ prints: SegmentPrints, to file: DiskFile, unless isUnwanted: () -> Bool
  ) throws(StoreError) -> Bool {
    var json = JSONWriter()
    CacheHeader(workspace, tails, prints).write(identity, workspace.tables, to: &json)
    json.newline()
    let header = json.bytes
    try disk.write(header, to: file, at: 0)
    var offset = Int64(header.count)
    var parts = CacheParts()
    json.bytes.removeAll()
    json.bytes.reserveCapacity(Self.partSize * 3 / 2)
    var safe: Int64 = 0
    for table in workspace.tables where table.count > 0 {
      let writing = RowWriting(workspace, table)
      var start = 0
      while start < table.count {
        if isUnwanted() { return false }
        let end = writing.appendPart(from: start, size: Self.partSize, &json)
        var sum = CacheChecksum()
        json.bytes.withUnsafeBytes { sum.add($0) }
        parts.append(
          CacheParts.Part(
            kind: table.schema.kind, rows: end - start, length: json.bytes.count, sum: sum.text))
        try disk.write(json.bytes, to: file, at: offset)
        offset += Int64(json.bytes.count)
        json.bytes.removeAll(keepingCapacity: true)
        start = end
        if offset - safe >= Self.stepSize {
          try disk.synchronize(file)
          safe = offset
        }
      }
    }
    parts.write(header: header, to: &json)
    json.newline()
    try disk.write(json.bytes, to: file, at: offset)
    try disk.synchronize(file)
    return !isUnwanted()
  }
}

/// Writes the rows of one kind: values first, then the fields whose stamp is not the record's own.
private struct RowWriting {
  private let workspace: Workspace
  private let table: Table
  private let order: Workspace.MemberOrder
  private let exceptions: [Int32: [(key: Table.ExceptionKey, stamp: Table.ExceptionStamp)]]

  init(_ workspace: Workspace, _ table: Table) {
    self.workspace = workspace
    self.table = table
    order = Workspace.MemberOrder(table.schema)
    exceptions = Dictionary(
      grouping: table.exceptions.map { (key: $0.key, stamp: $0.value) }
    ) { $0.key.row }
  }

  /// Writes whole chunks of rows until there are `size` bytes; returns the row after the last.
  func appendPart(from start: Int, size: Int, _ json: inout JSONWriter) -> Int {
    var row = start
    while row < table.count, json.bytes.count < size {
      for _ in 0..<min(Table.chunkRows, table.count - row) {
        append(row, &json)
        json.newline()
        row += 1
      }
    }
    return row
  }

  /// `id`, `at`, `v`, `own`, `gone` and `x` in this order, which the reader relies on. Own fields are
  /// names and framed values in turn.
  private func append(_ row: Int, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(table.id(row).text)
    if let stamp = table.recordStamp(row) {
      json.key("at")
      json.beginArray()
      json.integer(stamp.rank)
      json.integer(stamp.time)
      json.integer(stamp.line.writer)
      json.integer(stamp.line.number)
      json.endArray()
    }
    json.key("v")
    json.beginObject()
    workspace.writeFields(table, row, order, to: &json)
    json.endObject()
    let own = table[row, Table.Slot.own]
    if own != Table.absent {
      json.key("own")
      json.beginArray()
      for part in workspace.texts.frames(own) { json.string(part) }
      json.endArray()
    }
    if table[row, Table.Slot.gone] != Table.absent {
      json.key("gone")
      json.bool(true)
    }
    if let unread = table.unread[row] {
      // The writers keep their numbers: the text holds in the new cache too.
      json.key("x")
      workspace.texts.withBytes(unread) { json.raw($0.span) }
    } else if let own = exceptions[Int32(row)] {
      json.key("x")
      StampText.write(own, table.schema, to: &json)
    }
    json.endObject()
  }
}
