import ConcordJSON
import ConcordModel

/// A state to be written as the cache: a value, so that a worker can write it while the store goes
/// on.
public struct CacheSnapshot: Sendable {
  let disk: any Disk
  let identity: StoreIdentity
  let workspace: Workspace
  let tails: [WriterTail]

  /// Writes the cache in one step: whoever opens the store meanwhile sees the old one or the new.
  public func write() throws(StoreError) {
    try disk.ensureDirectory("cache")
    let draft = StateCache.file + ".new"
    if try disk.status(draft) != nil { try disk.remove(draft) }
    let file = try disk.open(draft, .create)
    do {
      defer { disk.close(file) }
      try writeLines(to: file)
      try disk.synchronize(file)
    }
    try disk.rename(draft, to: StateCache.file)
  }

  private static let pieceSize = 1 << 20

  private func writeLines(to file: DiskFile) throws(StoreError) {
    var json = JSONWriter()
    json.bytes.reserveCapacity(Self.pieceSize + 65536)
    var checksum = CacheChecksum()
    var lineStart = 0
    var offset: Int64 = 0
    var rows = 0
    writeHeader(&json)
    json.newline()
    checksum.add(json.bytes.span)
    lineStart = json.bytes.count
    for table in workspace.tables where table.count > 0 {
      let writing = RowWriting(workspace, table)
      for row in 0..<table.count {
        writing.append(row, &json)
        json.newline()
        checksum.add(json.bytes.span.extracting(lineStart..<json.bytes.count))
        lineStart = json.bytes.count
        rows += 1
        if lineStart > Self.pieceSize {
          try disk.write(json.bytes, to: file, at: offset)
          offset += Int64(lineStart)
          json.bytes.removeAll(keepingCapacity: true)
          lineStart = 0
        }
      }
    }
    json.beginObject()
    json.key("rows")
    json.integer(rows)
    json.key("sum")
    json.string(checksum.text)
    json.endObject()
    json.newline()
    try disk.write(json.bytes, to: file, at: offset)
  }

  private func writeHeader(_ json: inout JSONWriter) {
    json.beginObject()
    json.key("cache")
    json.integer(StateCache.format)
    json.key("fold")
    json.integer(StateCache.fold)
    json.key("store")
    json.string(identity.id)
    json.key("names")
    json.beginArray()
    for name in workspace.writers.names { json.string(name) }
    json.endArray()
    json.key("writers")
    json.beginArray()
    for tail in tails.sorted(by: { $0.writer < $1.writer }) where tail.number > 0 {
      json.beginObject()
      json.key("w")
      json.string(tail.writer)
      json.key("n")
      json.integer(tail.number)
      json.key("t")
      json.integer(tail.time)
      json.key("h")
      json.string(tail.hash.text)
      json.key("segment")
      json.integer(tail.segment)
      json.key("offset")
      json.integer(tail.offset)
      json.key("lines")
      json.integer(tail.lines)
      json.key("seen")
      json.beginObject()
      for (writer, number) in tail.seen.sorted(by: { $0.key < $1.key }) {
        json.key(writer)
        json.integer(number)
      }
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.key("rows")
    json.beginObject()
    for table in workspace.tables where table.count > 0 {
      json.key(table.schema.kind.letter)
      json.integer(table.count)
    }
    json.endObject()
    json.endObject()
  }
}

/// Writes the rows of one kind: values first, then the fields whose stamp is not the record's own.
private struct RowWriting {
  private let workspace: Workspace
  private let table: Table
  private let order: Workspace.MemberOrder
  private let exceptions: [Int32: [(Table.ExceptionKey, Table.ExceptionStamp)]]

  init(_ workspace: Workspace, _ table: Table) {
    self.workspace = workspace
    self.table = table
    order = Workspace.MemberOrder(table.schema)
    exceptions = Dictionary(grouping: table.exceptions.map { ($0.key, $0.value) }) { $0.0.row }
  }

  func append(_ row: Int, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(table.id(row).text)
    if let stamp = table.recordStamp(row) {
      json.key("at")
      json.beginArray()
      append(stamp, &json)
      json.endArray()
    }
    json.key("v")
    json.beginObject()
    workspace.writeMembers(table, row, order, id: nil, to: &json)
    json.endObject()
    if table[row, Table.Slot.gone] != Table.absent {
      json.key("gone")
      json.bool(true)
    }
    if let own = exceptions[Int32(row)] {
      json.key("x")
      json.beginArray()
      for (key, exception) in own.sorted(by: { Self.precedes($0.0, $1.0) }) {
        append(key, exception, &json)
      }
      json.endArray()
    }
    json.endObject()
  }

  private static func precedes(_ left: Table.ExceptionKey, _ right: Table.ExceptionKey) -> Bool {
    left.slot == right.slot
      ? left.element.utf8.lexicographicallyPrecedes(right.element.utf8) : left.slot < right.slot
  }

  /// `[field, element, rank, t, w, n]`, and where the value belongs to another line its w and n.
  /// Own fields have the field `""`, and their name as element.
  private func append(
    _ key: Table.ExceptionKey, _ exception: Table.ExceptionStamp, _ json: inout JSONWriter
  ) {
    json.beginArray()
    switch Int(key.slot) {
    case Table.Slot.gone: json.string("gone")
    case Table.Slot.own: json.string("")
    case let slot: json.string(table.schema.field(slot: slot).name)
    }
    json.string(key.element)
    append(exception.stamp, &json)
    if exception.origin != exception.stamp.line {
      json.integer(exception.origin.writer)
      json.integer(exception.origin.number)
    }
    json.endArray()
  }

  private func append(_ stamp: Stamp, _ json: inout JSONWriter) {
    json.integer(stamp.rank)
    json.integer(stamp.time)
    json.integer(stamp.line.writer)
    json.integer(stamp.line.number)
  }
}
