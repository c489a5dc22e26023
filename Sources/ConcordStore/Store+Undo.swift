import ConcordModel

extension Store {
  /// Takes a change back: the one given, or the author's last that still stands.
  ///
  /// A field gets its former value only where it still belongs to that change; whatever was changed
  /// since is left and reported. Where nothing is left to take back, nothing is written: of the author's
  /// own changes such a one is passed over.
  public func undo(
    _ id: LineID? = nil, _ occasion: Occasion
  ) throws(CommitFailure) -> UndoReport {
    var passedOver: [Transaction] = []
    return try takeBack("undo", occasion) {
      () throws(StoreError) -> (JournalIndex.Found?, [Transaction]) in
      if let id { return (try self.find(id), []) }
      let found = try self.lastChange(by: occasion.author, &passedOver)
      return (found, passedOver)
    }
  }

  /// The author's last change of which something can be taken back.
  /// - Parameter passedOver: gets those after it.
  func lastChange(
    by author: String, _ passedOver: inout [Transaction]
  ) throws(StoreError) -> JournalIndex.Found? {
    var passed: [Transaction] = []
    defer { passedOver = passed }
    return try UndoStack.lastChange(by: author, JournalWalk(tails.values), &index) {
      (found, index) throws(StoreError) -> Bool in
      let change = try index.transaction(found)
      if !Inversion(of: change, in: workspace).operations.isEmpty { return true }
      passed.append(change)
      return false
    }
  }

  /// Takes an undo back: the one given, or the author's last, as long as he has changed nothing else
  /// since.
  public func redo(
    _ id: LineID? = nil, _ occasion: Occasion
  ) throws(CommitFailure) -> UndoReport {
    try takeBack("redo", occasion) {
      () throws(StoreError) -> (JournalIndex.Found?, [Transaction]) in
      if let id {
        let found = try self.find(id)
        return (self.index.undoes(found) == nil ? nil : found, [])
      }
      let found = try UndoStack.lastUndo(
        by: occasion.author, JournalWalk(self.tails.values), &self.index, self.tails)
      return (found, [])
    }
  }

  /// What an undo would do now, for a question before it.
  public func undoPreview(
    _ id: LineID? = nil, by author: String
  ) throws(StoreError) -> UndoReport? {
    var passedOver: [Transaction] = []
    let found = if let id { try find(id) } else { try lastChange(by: author, &passedOver) }
    guard let found else { return nil }
    let taken = try index.transaction(found)
    let inversion = Inversion(of: taken, in: workspace)
    return UndoReport(
      taken: taken, written: nil, left: try left(inversion), passedOver: passedOver,
      takesSomethingBack: !inversion.operations.isEmpty)
  }

  private func takeBack(
    _ name: String, _ occasion: Occasion,
    choose: () throws(StoreError) -> (JournalIndex.Found?, [Transaction])
  ) throws(CommitFailure) -> UndoReport {
    var taken: Transaction?
    var refused: CommandError?
    var left: [UndoReport.Left] = []
    var passedOver: [Transaction] = []
    do throws(CommitFailure) {
      let written = try commitPlanned(name, occasion) { _ throws(CommitFailure) in
        let planned: PlannedChange
        do throws(StoreError) {
          let chosen = try choose()
          passedOver = chosen.1
          guard let found = chosen.0 else { return PlannedChange(operations: []) }
          let transaction = try index.transaction(found)
          taken = transaction
          guard transaction.command != RuleRun.command else {
            return PlannedChange(operations: [])
          }
          let inversion = Inversion(of: transaction, in: workspace)
          left = try self.left(inversion)
          planned = PlannedChange(operations: inversion.operations, undoes: transaction.id)
        } catch {
          throw .store(error.sentence)
        }
        // What records have been given since would lose its words.
        if let refusal = PolicyImport.refusal(planned.operations, in: workspace) {
          refused = refusal
          throw .refused(refusal)
        }
        return planned
      }
      guard let taken else { throw CommitFailure.refused(Self.nothing(name, passedOver)) }
      return UndoReport(
        taken: taken, written: written, left: left, passedOver: passedOver,
        takesSomethingBack: true)
    } catch {
      guard case .refused = error, refused == nil else { throw error }
      if taken?.command == RuleRun.command { throw .refused(.nothingToDo(Self.rulesStand)) }
      guard let taken else { throw .refused(Self.nothing(name, passedOver)) }
      guard !left.isEmpty else { throw .refused(.nothingToDo("it has no effect any more")) }
      return UndoReport(
        taken: taken, written: nil, left: left, passedOver: passedOver,
        takesSomethingBack: false)
    }
  }

  private static let rulesStand =
    "what the rules found on a day is not taken back: they would find it again; dismiss the flag, or "
    + "silence the finding"

  private static func nothing(
    _ name: String, _ passedOver: [Transaction] = []
  ) -> CommandError {
    guard let last = passedOver.first else { return .nothingToDo("there is nothing to \(name)") }
    return .nothingToDo(
      "there is nothing to \(name): all that your last \(Counted.words(passedOver.count, "change")) "
        + "did was changed since (concord undo \(last.id) says by whom)")
  }

  private func left(_ inversion: Inversion) throws(StoreError) -> [UndoReport.Left] {
    var result: [UndoReport.Left] = []
    for kept in inversion.kept {
      let found = try find(kept.line)
      result.append(
        UndoReport.Left(
          record: kept.record, field: kept.field, line: found.id,
          author: index.author(found.entry), time: Instant(milliseconds: found.entry.time),
          command: index.command(found.entry)))
    }
    return result
  }
}
