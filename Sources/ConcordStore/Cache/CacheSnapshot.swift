import ConcordJSON
import ConcordModel

/// A state to be written as the cache: a value, so that a worker can write it while the store goes
/// on.
public struct CacheSnapshot: Sendable {
  let disk: any Disk
  let identity: StoreIdentity
  let workspace: Workspace
  let tails: [WriterTail]
  let prints: SegmentPrints

  /// Writes the cache in one step: whoever opens the store meanwhile sees the old one or the new.
  ///
  /// Nothing is left behind where the journals have other bytes than those that were folded: what a
  /// redaction has taken out does not come back with a cache.
  public func write() throws(StoreError) {
    let prints = try confirmed(prints)
    try disk.ensureDirectory("cache")
    let file = try openDraft()
    defer { disk.close(file) }
    do {
      try disk.truncate(file, to: 0)
      try writeLines(prints, to: file)
      try disk.synchronize(file)
      try putInPlace(file, prints)
    } catch {
      if (try? isDraft(file)) == true { try? disk.remove(StateCache.draft) }
      throw error
    }
  }

  /// The draft, locked: of several processes one writes at a time.
  private func openDraft() throws(StoreError) -> DiskFile {
    while true {
      let file = try disk.open(StateCache.draft, .write)
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
    try disk.status(StateCache.draft)?.inode == disk.status(of: file).inode
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
    if let status = try disk.status(StateCache.file), status.kind != .file {
      throw .notAFile(path: path(StateCache.file))
    }
    try disk.rename(StateCache.draft, to: StateCache.file)
  }

  private func path(_ path: String) -> String { disk.root + "/" + path }

  /// Bytes after which a part ends, once its last chunk is whole.
  private static let partSize = 2 << 20

  private func writeLines(
    _ prints: SegmentPrints, to file: DiskFile
  ) throws(StoreError) {
    var json = JSONWriter()
    CacheHeader(workspace, tails, prints).write(identity, workspace.tables, to: &json)
    json.newline()
    let header = json.bytes
    try disk.write(header, to: file, at: 0)
    var offset = Int64(header.count)
    var parts = CacheParts()
    json.bytes.removeAll()
    json.bytes.reserveCapacity(Self.partSize * 3 / 2)
    for table in workspace.tables where table.count > 0 {
      let writing = RowWriting(workspace, table)
      var start = 0
      while start < table.count {
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
      }
    }
    parts.write(header: header, to: &json)
    json.newline()
    try disk.write(json.bytes, to: file, at: offset)
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
