import ConcordJSON
import ConcordModel

/// A branch of a writer's journal: two copies of a store have written on under one id, so that the
/// same numbers stand on different lines. The branch whose first line has the smaller hash keeps the
/// writer's directory; the other stands in `journal/W~hhhhhhhh`, after the first digits of that hash,
/// from its first own line on. Its lines call themselves W; everything that reads them calls them by
/// the name of their directory.
package struct JournalBranch: Hashable, Sendable {
  /// The writer whose journal it left.
  package let writer: String
  /// The name of its directory, which its lines go by.
  package let name: String
  /// The number of its first line.
  package let first: Int64
  /// The hash of the line that it continues.
  package let base: LineHash

  package init(writer: String, name: String, first: Int64, base: LineHash) {
    self.writer = writer
    self.name = name
    self.first = first
    self.base = base
  }

  /// The name for the branch of a writer that begins with a line of this hash.
  package static func name(_ writer: String, _ hash: LineHash) -> String {
    writer + "~" + hash.text.prefix(8)
  }

  /// The writer whose branch a directory of this name holds; nil where it is no branch's.
  package static func writer(ofDirectory name: String) -> String? {
    let parts = name.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2, WriterIdentity.isWellFormed(String(parts[0])),
      parts[1].utf8.count == 8,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    return String(parts[0])
  }

  /// Whether a directory of `journal/` holds a writer's lines, or a branch's.
  package static func isJournal(_ name: String) -> Bool {
    WriterIdentity.isWellFormed(name) || writer(ofDirectory: name) != nil
  }

  // MARK: Names

  /// The name that a line goes by which the branch's lines call `line`.
  package func name(_ line: LineID) -> LineID {
    line.writer == writer && line.number >= first ? LineID(name, line.number) : line
  }

  private func name(_ line: LineID?) -> LineID? { line.map { name($0) } }

  /// An operation of the branch, with the names that its lines go by.
  package func named(_ operation: Operation) -> Operation {
    switch operation {
    case .set(let id, let change):
      .set(
        id,
        FieldChange(
          change.field, change.value, was: change.was, of: name(change.of),
          origin: name(change.origin)))
    case .add(let id, let change): .add(id, named(change))
    case .take(let id, let change): .take(id, named(change))
    case .redact(let removed): .redact(named(removed))
    case .new, .delete, .why: operation
    }
  }

  private func named(_ change: ElementChange) -> ElementChange {
    ElementChange(
      change.field, change.element, of: name(change.of), origin: name(change.origin))
  }

  /// What was taken out of one of its lines.
  package func named(_ removed: RemovedOperation) -> RemovedOperation {
    RemovedOperation(
      line: name(removed.line), place: removed.place, record: removed.record,
      field: removed.field, digest: removed.digest, replacement: removed.replacement)
  }

  /// What one of its lines says, with the names that its lines go by.
  package func named(_ line: JournalLine) -> JournalLine {
    var header = line.header
    header.line = name(header.line)
    header.undoes = name(header.undoes)
    return JournalLine(
      header: header, operations: line.operations.map { named($0) },
      removed: line.removed.map { named($0) }, previous: line.previous, hash: line.hash)
  }

  // MARK: On disk

  /// The branch in a directory of `journal/`, by its first line; nil where it has none yet.
  package static func read(_ name: String, on disk: some Disk) throws(StoreError) -> JournalBranch?
  {
    guard let writer = writer(ofDirectory: name) else { return nil }
    let path = WriterTail.path(name, segment: 1)
    guard try disk.status(path) != nil else { return nil }
    let bytes = try disk.contents(of: path)
    guard let end = JournalReader.lineEnd(bytes.span, from: 0) else { return nil }
    let line: JournalLine
    do {
      line = try JournalLine.read(bytes.span, 0..<end)
    } catch {
      throw .damaged(path: disk.root + "/" + path, line: 1, error.fault)
    }
    guard line.header.line.writer == writer, self.name(writer, line.hash) == name else {
      throw .damaged(path: disk.root + "/" + path, line: 1, .branch)
    }
    return JournalBranch(
      writer: writer, name: name, first: line.header.line.number, base: line.previous)
  }
}
