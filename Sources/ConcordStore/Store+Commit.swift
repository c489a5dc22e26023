import ConcordModel

extension Store {
  /// Makes a change: waits for the lock, reads what others have appended, asks `plan` for the
  /// operations against that state, and returns once they are safe on disk.
  ///
  /// `name` is the command's name in the journal. When it throws, nothing has changed.
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
    do {
      try lock()
    } catch {
      throw .store(error.sentence)
    }
    defer { unlock() }
    let tail: WriterTail
    do {
      arrived += try readOn()
      try finishRedaction()
      tail = try ownTail(occasion)
    } catch {
      throw .store(error.sentence)
    }
    if let restriction { throw restriction.failure }
    let line = LineID(tail.writer, tail.number + 1)
    let change = try plan(occasion.context(for: line))
    guard !change.operations.isEmpty else {
      throw .refused(.nothingToDo("nothing changes: it already stands like that"))
    }
    let transaction: Transaction
    do {
      try Self.checkLengths(change.operations)
      transaction = try append(change, name, occasion, tail)
    } catch {
      throw .store(error.sentence)
    }
    rememberHeads()
    workspace.apply(transaction)
    return transaction
  }

  private func append(
    _ change: PlannedChange, _ name: String, _ occasion: Occasion, _ tail: WriterTail
  ) throws(StoreError) -> Transaction {
    let time = max(occasion.now.milliseconds, greatestTime + 1)
    let others = known(by: tail.writer)
    let header = LineHeader(
      line: LineID(tail.writer, tail.number + 1), time: time,
      wallTime: time > occasion.now.milliseconds ? occasion.now.milliseconds : nil,
      author: occasion.author, account: occasion.account, command: name,
      seen: others == tail.seen ? nil : others, undoes: change.undoes)
    var salts = occasion.salts(for: header.line)
    let group = try LineGroup(
      change.operations, header: header, previous: tail.hash, salt: { salts.next64() })

    var after = tail
    if after.offset >= sealedSize {
      after.segment += 1
      after.offset = 0
      after.lines = 0
    }
    try write(group.bytes, at: after)
    group.bytes.withUnsafeBytes { bytes in
      prints.add(bytes, after.writer, segment: after.segment, at: after.offset, stamp: nil)
    }
    after.offset += Int64(group.bytes.count)
    after.lines += group.count
    after.number = group.lastNumber
    after.hash = group.hash
    after.time = time
    after.seen = others
    tails[tail.writer] = after
    unsaved.changes += group.count
    unsaved.bytes += Int64(group.bytes.count)
    return Transaction(
      id: LineID(tail.writer, group.lastNumber), first: header.line, time: time,
      wallTime: header.wallTime, author: header.author, account: header.account,
      command: header.command, undoes: header.undoes, seen: others, steps: group.steps)
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
    let file = try openSegment(tail.path)
    let status = try disk.status(of: file)
    files[tail.writer] = status.inode
    guard status.size == tail.offset else {
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
