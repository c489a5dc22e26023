import ConcordModel

extension Store {
  /// Makes a change: waits for the lock, reads what others have appended, asks `plan` for the
  /// operations against that state, and returns once they are safe on disk.
  ///
  /// `plan` is asked before the lock is had, so that others wait for the disk alone, and again under
  /// it where something has come in between: what counts is its last answer. `name` is the command's
  /// name in the journal. When it throws, nothing has changed.
  @discardableResult
  public func commit(
    _ name: String, _ occasion: Occasion,
    plan: (Workspace, CommandContext) throws(CommandError) -> [Operation]
  ) throws(CommitFailure) -> Transaction {
    try commitPlanned(name, occasion) { context throws(CommitFailure) in
      do throws(CommandError) {
        return PlannedChange(operations: try plan(self.workspace, context))
      } catch {
        throw .refused(error)
      }
    }
  }

  /// Runs a command of the table of commands.
  @discardableResult
  public func commit(
    _ invocation: Invocation, _ occasion: Occasion
  ) throws(CommitFailure) -> Transaction {
    try commit(invocation.command, occasion) { workspace, context throws(CommandError) in
      try CommandCatalogue.operations(invocation, in: workspace, context: context)
    }
  }

  /// Makes a change out of operations that were worked out before. They are not checked again: only
  /// for a store that nobody else writes, such as the demo's.
  @discardableResult
  public func commit(
    _ name: String, _ occasion: Occasion, operations: [Operation]
  ) throws(CommitFailure) -> Transaction {
    try commit(name, occasion) { _, _ in operations }
  }

  /// Writes what the rules make of a day; nil where that is nothing (any more).
  package func commit(
    _ day: RuleDay, _ occasion: Occasion
  ) throws(CommitFailure) -> Transaction? {
    do throws(CommitFailure) {
      return try commit(RuleRun.command, occasion) { workspace, context in
        day.operations(in: workspace, context)
      }
    } catch {
      if case .refused(.nothingToDo) = error { return nil }
      throw error
    }
  }

  /// Operations to be written, and the change that they take back.
  struct PlannedChange {
    var operations: [Operation]
    var undoes: LineID?
  }

  func commitPlanned(
    _ name: String, _ occasion: Occasion,
    plan: (CommandContext) throws(CommitFailure) -> PlannedChange
  ) throws(CommitFailure) -> Transaction {
    if let restriction { throw restriction.failure }
    func prepare(_ tail: WriterTail) throws(CommitFailure) -> ReadyChange {
      let context = occasion.context(for: tail.next)
      var change = try plan(context)
      if name != RuleRun.command {
        change.operations = RuleRun.extended(change.operations, in: workspace, context)
      }
      return try ready(change, name, occasion, tail)
    }
    let before = readings
    // Where others are at work, it would be made twice each time.
    let early = wasOvertaken ? nil : likelyTail().map { EarlyChange($0, prepare) }
    do {
      try lock()
    } catch {
      throw .store(error.sentence)
    }
    let change = try commitLocked(occasion, after: before, early, prepare)
    // It is safe: what follows keeps nobody waiting.
    takeUp(change)
    workspace.apply(change.transaction)
    rememberHeads()
    return change.transaction
  }

  /// All that a commit does under the lock, and gives it back.
  private func commitLocked(
    _ occasion: Occasion, after before: Int, _ early: EarlyChange?,
    _ prepare: (WriterTail) throws(CommitFailure) -> ReadyChange
  ) throws(CommitFailure) -> ReadyChange {
    defer { unlock() }
    let tail = try tailUnderLock(occasion)
    if let restriction { throw restriction.failure }
    wasOvertaken = readings != before
    let ready: ReadyChange
    if let early, !wasOvertaken, early.tail == tail {
      ready = try early.change.get()
    } else {
      ready = try prepare(tail)
    }
    do {
      try write(ready.group.bytes, at: ready.start)
    } catch {
      throw .store(error.sentence)
    }
    return ready
  }

  private func tailUnderLock(_ occasion: Occasion) throws(CommitFailure) -> WriterTail {
    do {
      arrived += try readOn()
    } catch {
      throw .store(error.sentence)
    }
    // Of what turns out to be damaged not even the end is mended.
    if let restriction { throw restriction.failure }
    do {
      try finishRedaction()
      return try ownTail(occasion)
    } catch {
      throw .store(error.sentence)
    }
  }

  // MARK: Lines

  /// A change that was made before the lock was had.
  private struct EarlyChange {
    /// What it goes on from.
    let tail: WriterTail
    let change: Result<ReadyChange, CommitFailure>

    init(_ tail: WriterTail, _ prepare: (WriterTail) throws(CommitFailure) -> ReadyChange) {
      self.tail = tail
      do throws(CommitFailure) {
        change = .success(try prepare(tail))
      } catch {
        change = .failure(error)
      }
    }
  }

  /// A change as it is going to be appended.
  private struct ReadyChange {
    /// Where its first line goes.
    let start: WriterTail
    /// Where the next change is to go on.
    let end: WriterTail
    let group: LineGroup
    let transaction: Transaction
  }

  private func ready(
    _ change: PlannedChange, _ name: String, _ occasion: Occasion, _ tail: WriterTail
  ) throws(CommitFailure) -> ReadyChange {
    guard !change.operations.isEmpty else {
      throw .refused(.nothingToDo("nothing changes: it already stands like that"))
    }
    let time = max(occasion.now.milliseconds, greatestTime + 1)
    let others = known(by: tail.writer)
    let header = LineHeader(
      line: tail.next, time: time,
      wallTime: time > occasion.now.milliseconds ? occasion.now.milliseconds : nil,
      author: occasion.author, account: occasion.account, command: name,
      seen: others == tail.seen ? nil : others, undoes: change.undoes)
    var salts = occasion.salts(for: header.line)
    let group: LineGroup
    do {
      try Self.checkLengths(change.operations)
      group = try LineGroup(
        change.operations, header: header, previous: tail.hash, salt: { salts.next64() })
    } catch {
      throw .store(error.sentence)
    }
    var start = tail
    if start.offset >= sealedSize {
      start.segment += 1
      start.offset = 0
      start.lines = 0
    }
    var end = start
    end.offset += Int64(group.bytes.count)
    end.lines += group.count
    end.number = group.lastNumber
    end.hash = group.hash
    end.time = time
    end.seen = others
    let transaction = Transaction(
      id: LineID(tail.writer, group.lastNumber), first: header.line, time: time,
      wallTime: header.wallTime, author: header.author, account: header.account,
      command: header.command, undoes: header.undoes, seen: others, steps: group.steps)
    return ReadyChange(start: start, end: end, group: group, transaction: transaction)
  }

  /// Takes note of what has been appended.
  private func takeUp(_ ready: ReadyChange) {
    ready.group.bytes.withUnsafeBytes { bytes in
      prints.add(
        bytes, ready.start.writer, segment: ready.start.segment, at: ready.start.offset, stamp: nil)
    }
    // It is safe, whatever can be said of it. Where others have appended by now, they are read next.
    let status = try? disk.status(of: openSegment(ready.start.path))
    prints.ends[ready.end.writer] = status.map { FileStamp($0) }
    tails[ready.end.writer] = ready.end
    unsaved.changes += ready.group.count
    unsaved.bytes += Int64(ready.group.bytes.count)
  }

  /// The last line of each other writer that has been read here, or that one read here had read.
  /// So it says all that a new line takes the place of.
  private func known(by writer: String) -> [String: Int64] {
    var result: [String: Int64] = [:]
    for (name, tail) in tails where tail.number > 0 {
      if name != writer { result[name] = max(tail.number, result[name] ?? 0) }
      for (other, number) in tail.seen where other != writer {
        result[other] = max(number, result[other] ?? 0)
      }
    }
    return result
  }

  /// One write and one synchronisation; what fails is cut away again.
  private func write(_ bytes: [UInt8], at tail: WriterTail) throws(StoreError) {
    if tail.offset == 0, let gap = try WriterTail.gap(tail.writer, on: disk) {
      restrict(.journal(gap))
      throw gap
    }
    let file = try openSegment(tail.path)
    guard try disk.status(of: file).size == tail.offset else {
      throw .damaged(path: disk.root + "/" + tail.path, line: tail.lines + 1, .unfinished)
    }
    do {
      try disk.write(bytes, to: file, at: tail.offset)
      try disk.synchronize(file)
    } catch {
      do {
        try disk.truncate(file, to: tail.offset)
        try disk.synchronize(file)
      } catch let second {
        restrict(.unknownEnd(second))
      }
      closeSegment()
      throw error
    }
  }

  private static func checkLengths(_ operations: [Operation]) throws(StoreError) {
    for operation in operations {
      switch operation {
      case .new(let id, let values, _):
        for named in values { try check(named.value, id, named.name) }
      case .set(let id, let change):
        if let value = change.value { try check(value, id, change.field) }
      case .add(let id, let change), .take(let id, let change):
        try check(.text(change.element), id, change.field)
      case .why(let reason): try check(.text(reason), nil, "reason")
      case .delete, .redact: break
      }
    }
  }

  private static func check(
    _ value: FieldValue, _ id: RecordID, _ field: String
  ) throws(StoreError) {
    try check(value, Optional(id), field)
  }

  private static func check(
    _ value: FieldValue, _ id: RecordID?, _ field: String
  ) throws(StoreError) {
    let isTooLong =
      switch value {
      case .text(let text), .raw(let text): text.utf8.count > Text.longestField
      case .texts(let elements): elements.contains { $0.utf8.count > Text.longestField }
      case .integer, .truth: false
      }
    if isTooLong { throw .tooLong(id, field: field) }
  }
}
