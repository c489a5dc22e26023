import ConcordModel

/// What a directory was like when it was last listed.
struct DirectoryStamp {
  var modified: Int64 = -1
  var listedAt: Int64 = -1

  /// A change this soon before the listing may share its time stamp with one after it.
  static let doubt: Int64 = 50_000_000
}

/// What is in memory and not in the cache.
struct UnsavedLines {
  var bytes: Int64 = 0
  var changes = 0

  mutating func count(from before: WriterTail, to after: WriterTail) {
    changes += Int(after.number - before.number)
    bytes +=
      after.segment == before.segment
      ? after.offset - before.offset
      : after.offset + Int64(after.segment - before.segment) * WriterTail.sealedSize
  }
}

extension Store {
  /// Folds what others have appended since, and returns their changes in the order of the journal's
  /// clock. A few cheap looks at the disk where there is nothing new.
  @discardableResult
  public func refresh() throws(StoreError) -> [Transaction] {
    arrived += try readOn()
    defer { arrived = [] }
    return arrived.sorted { ($0.time, $0.id.writer) < ($1.time, $1.id.writer) }
  }

  /// Reads and folds all new lines of all writers.
  func readOn() throws(StoreError) -> [Transaction] {
    if isPast { return [] }
    if try wasRewritten() { try reload() }
    try findWriters()
    let reader = JournalReader(disk)
    var found: [Transaction] = []
    var failure: StoreError?
    for name in tails.keys.sorted() {
      guard var tail = tails[name] else { continue }
      let before = tail
      do {
        try reader.advance(&tail) { found.append($0) }
      } catch {
        failure = failure ?? error
      }
      guard tail != before else { continue }
      unsaved.count(from: before, to: tail)
      tails[name] = tail
      files[name] = try disk.status(tail.path)?.inode
    }
    if found.contains(where: { $0.command == Self.redaction }) { isOutOfDate = true }
    if found.count > Self.manyChanges { workspace.touched.everything = true }
    for transaction in found {
      if workspace.touched.everything {
        for step in transaction.steps {
          workspace.apply(step.operation, line: step.line, time: transaction.time)
        }
      } else {
        workspace.apply(transaction)
      }
    }
    if workspace.touched.everything { workspace.finishChange() }
    if let failure {
      arrived += found
      // A full table of open files passes; a damaged journal does not.
      if failure.isDamage { restrict(.journal(failure)) }
      throw failure
    }
    return found
  }

  /// Whether another process took texts out of what has been read.
  private func wasRewritten() throws(StoreError) -> Bool {
    if isOutOfDate, try disk.status(RedactionMark.file) == nil { return true }
    for (name, inode) in files {
      guard let tail = tails[name], let status = try disk.status(tail.path) else { continue }
      if status.inode != inode { return true }
    }
    return false
  }

  /// From so many changes on, figures are made anew for all records at once.
  private static let manyChanges = 200

  /// Takes up writers that are new in the journal's directory.
  func findWriters() throws(StoreError) {
    guard let status = try disk.status("journal") else { return }
    guard status.kind == .directory else { throw .notADirectory(path: disk.root + "/journal") }
    if status.modified == directory.modified,
      directory.modified < directory.listedAt - DirectoryStamp.doubt
    {
      return
    }
    directory = DirectoryStamp(modified: status.modified, listedAt: disk.clock)
    for name in try disk.list("journal") where tails[name] == nil {
      guard WriterIdentity.isWellFormed(name) else { continue }
      guard try disk.status(WriterTail.directory(name))?.kind == .directory else {
        throw .notADirectory(path: disk.root + "/" + WriterTail.directory(name))
      }
      tails[name] = WriterTail(name, first: identity.firstHash)
    }
  }

  /// The greatest time read so far.
  var greatestTime: Int64 { tails.values.map(\.time).max() ?? 0 }
}
