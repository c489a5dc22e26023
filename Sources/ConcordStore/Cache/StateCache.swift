import ConcordJSON
import ConcordModel

/// `cache/state.jsonl`: the folded state, one record a line with its stamps, so that opening a store
/// does not fold its whole journal. It may be deleted at any time.
///
/// The first line says what it is and how far each journal is in it. The rows stand by kind, in the
/// order of the table. The last line cuts them into parts with a checksum each, so that several
/// threads can read them. A cache that does not fit the journals, or is damaged, is as good as none.
///
/// It is only ever replaced by rename: texts stay where they are in the mapped file.
package enum StateCache {
  package static let file = "cache/state.jsonl"
  /// What is to take its place. Only whoever has it locked writes it.
  static let draft = draft(in: LocalDisk.parent(of: file))
  /// Rises when the file's form changes.
  package static let format: Int64 = 3
  /// Rises when the same lines fold to another state.
  package static let fold: Int64 = 2

  /// What is to become a file of the cache's form in a directory: one name for all of them, so that
  /// one that was cut short is in nobody's way for long.
  static func draft(in directory: String) -> String { directory + "/state.jsonl.new" }

  /// How far the journals are in a cache.
  package struct Extent {
    package let tails: [String: WriterTail]
    /// What the journals' bytes are.
    let prints: JournalPrints
    /// Bytes of sealed segments that had to be read again to tell that they are still what was
    /// folded.
    let reread: Int64
  }

  /// Folds the cache into an empty workspace and returns how far the journals are in it; nil, and
  /// nothing changed, where there is no cache of use, or the journals have other bytes than those
  /// that it was made of.
  package static func read(
    on disk: any Disk, _ identity: StoreIdentity, into workspace: inout Workspace
  ) -> Extent? { read(on: disk, identity, into: &workspace, report: nil) }

  /// - Parameters:
  ///   - path: a file of the cache's form: the cache itself, or a state of an earlier day.
  ///   - report: hears what is in it before the rows are read.
  static func read(
    on disk: any Disk, _ identity: StoreIdentity, into workspace: inout Workspace,
    from path: String = file, report: OpeningReport?
  ) -> Extent? {
    guard let held = try? disk.held(path) else { return nil }
    let bytes = held.bytes
    guard let headerEnd = bytes.firstIndex(of: 0x0A), bytes.last == 0x0A,
      let lastStart = bytes.dropLast().lastIndex(of: 0x0A).map({ $0 + 1 }), lastStart > headerEnd
    else { return nil }
    let first = UnsafeBufferPointer(rebasing: bytes[...headerEnd])
    let last = UnsafeBufferPointer(rebasing: bytes[lastStart..<bytes.count - 1])
    guard let header = try? CacheHeader(first.span, identity, workspace.tables),
      let parts = try? CacheParts(last, header: first),
      headerEnd + 1 + parts.parts.reduce(0, { $0 + $1.length }) == lastStart
    else { return nil }
    let work = ThreadedWork()
    guard let found = try? header.prints.confirmed(on: disk, work) else { return nil }
    report?.readsCache(parts.parts)
    let reading = CacheReading(held, header, workspace.tables)
    guard let loaded = reading.read(parts.parts, from: headerEnd + 1, work: work, report: report)
    else {
      return nil
    }
    var filled = workspace
    for name in header.names { _ = filled.writers.number(name) }
    for word in header.words { _ = filled.texts.intern(word) }
    guard filled.load(loaded, in: held, work: work) else { return nil }
    header.rivals.fill(&filled)
    workspace = filled
    return Extent(
      tails: Dictionary(header.tails.map { ($0.writer, $0) }) { first, _ in first },
      prints: JournalPrints(found.prints), reread: found.reread)
  }

  /// What the first line of a file of the cache's form says; nil for another store's, version's or
  /// form.
  static func header(
    on disk: any Disk, _ identity: StoreIdentity, _ tables: [Table], of path: String
  ) -> CacheHeader? {
    guard let held = try? disk.held(path), let end = held.bytes.firstIndex(of: 0x0A) else {
      return nil
    }
    let first = UnsafeBufferPointer(rebasing: held.bytes[...end])
    return try? CacheHeader(first.span, identity, tables)
  }
}
