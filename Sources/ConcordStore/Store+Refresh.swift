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
    bytes += after.covered - before.covered
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
    var unchanged: Set<String> = []
    if try wasRewritten(&unchanged) {
      try reload()
      unchanged = []
    }
    let misfit = try findWriters()
    let reader = JournalReader(disk, prints)
    var found: [Transaction] = []
    var failure = misfit
    for name in writersInOrder {
      guard var tail = tails[name] else { continue }
      if unchanged.contains(name), try disk.status(tail.nextPath) == nil { continue }
      let before = tail
      let limit = limit(name)
      if let held = tail.held, held > limit.time { continue }
      var fault: StoreError?
      do {
        try reader.advance(&tail, upTo: limit) { found.append($0) }
      } catch {
        fault = error
      }
      // What does not go on from what was read may stand behind something else by now.
      let isDoubtful =
        if case .damaged = fault { true } else { fault == nil && tail.unread > 0 && tail != before }
      if isDoubtful, try !prints.hold(tail, on: disk) {
        try reload()
        return found
      }
      failure = failure ?? fault
      if failure == nil, before.offset == 0 || tail.segment > before.segment {
        failure = try WriterTail.gap(name, on: disk)
      }
      guard tail != before else { continue }
      unsaved.count(from: before, to: tail)
      tails[name] = tail
    }
    if found.contains(where: { $0.command == Self.redaction }) { isOutOfDate = true }
    if found.count > Self.manyChanges { workspace.touched.everything = true }
    for transaction in found {
      if workspace.touched.everything {
        workspace.fold(transaction)
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

  /// Whether what has been read is not there any more: another process took texts out of it, or
  /// somebody changed it.
  /// - Parameter unchanged: gets the writers whose last segment is as long as what has been read.
  private func wasRewritten(_ unchanged: inout Set<String>) throws(StoreError) -> Bool {
    if isOutOfDate, try disk.status(RedactionMark.file) == nil { return true }
    for (name, known) in prints.ends {
      guard let tail = tails[name], let status = try disk.status(tail.path) else { continue }
      if status.inode != known.inode { return true }
      guard status.size == tail.offset, status.kind == .file else { continue }
      let stamp = FileStamp(status)
      if stamp != known {
        // Written to and no longer than before.
        guard try prints.hold(tail, on: disk) else { return true }
        prints.ends[name] = stamp
      }
      unchanged.insert(name)
    }
    return false
  }

  /// From so many changes on, figures are made anew for all records at once.
  private static let manyChanges = 200

  /// Takes up writers that are new in the journal's directory.
  /// - Returns: what is wrong with the first of them that has something else in its place.
  func findWriters() throws(StoreError) -> StoreError? {
    guard let status = try disk.status("journal") else { return nil }
    guard status.kind == .directory else { throw .notADirectory(path: disk.root + "/journal") }
    if status.modified == directory.modified,
      directory.modified < directory.listedAt - DirectoryStamp.doubt
    {
      return nil
    }
    var misfit: StoreError?
    directory = DirectoryStamp(modified: status.modified, listedAt: disk.clock)
    for name in try disk.list("journal") {
      guard JournalBranch.isJournal(name) else { continue }
      guard try disk.status(WriterTail.directory(name))?.kind == .directory else {
        misfit = misfit ?? .notADirectory(path: disk.root + "/" + WriterTail.directory(name))
        continue
      }
      guard tails[name] == nil else { continue }
      do {
        if let tail = try WriterTail.start(name, on: disk, first: identity.firstHash) {
          tails[name] = tail
        } else {
          directory = DirectoryStamp()
        }
      } catch {
        guard error.isDamage else { throw error }
        restrict(.journal(error))
      }
    }
    return misfit
  }

  // MARK: What the clock says

  /// Those that are known, the one that writes here first: it says which lines of others were read
  /// here before.
  var writersInOrder: [String] {
    let own = writer?.writer
    return tails.keys.sorted { ($0 == own ? 0 : 1, $0) < ($1 == own ? 0 : 1, $1) }
  }

  /// Lines of others more than a day ahead of this machine's clock wait until it gets there; those
  /// that lines written here follow on do not.
  func limit(_ name: String) -> ReadingLimit {
    let own = writer?.writer
    if name == own { return .none }
    return ReadingLimit(
      time: disk.wallTime + ReadingLimit.ahead, number: own.flatMap { tails[$0] }?.seen[name] ?? 0)
  }

  /// Changes of others that are not shown yet, because they are dated more than a day ahead of this
  /// machine's clock: a sentence for each writer.
  public var heldChanges: [String] {
    guard !isPast else { return [] }
    return tails.values.sorted { $0.writer < $1.writer }.compactMap { tail in
      tail.held.map {
        HeldChanges.sentence(tail.writer, from: Instant(milliseconds: $0))
      }
    }
  }

  /// This copy's own journal where others have read more of it than there is.
  var ownLostLines: StoreError? {
    guard let writer, let tail = tails[writer.writer],
      let read = tails.values.compactMap({ $0.seen[writer.writer] }).max(), read > tail.number
    else { return nil }
    return .shortened(path: disk.root + "/" + tail.path, line: tail.number, seen: read)
  }

  /// The greatest time read so far.
  var greatestTime: Int64 { tails.values.map(\.time).max() ?? 0 }
}
