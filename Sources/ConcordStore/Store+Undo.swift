import ConcordModel

extension Store {
  /// Takes a change back: the one given, or the author's last that still stands.
  ///
  /// A field gets its former value only where it still belongs to that change; whatever was changed
  /// since is left and reported. Where nothing is left to take back, nothing is written.
  public func undo(
    _ id: LineID? = nil, _ occasion: Occasion
  ) throws(CommitFailure) -> UndoReport {
    try takeBack("undo", occasion) { () throws(StoreError) -> JournalIndex.Found? in
      if let id { return try self.find(id) }
      return try UndoStack.lastChange(
        by: occasion.author, JournalWalk(self.tails.values), &self.index)
    }
  }

  /// Takes an undo back: the one given, or the author's last, as long as he has changed nothing else
  /// since.
  public func redo(
    _ id: LineID? = nil, _ occasion: Occasion
  ) throws(CommitFailure) -> UndoReport {
    try takeBack("redo", occasion) { () throws(StoreError) -> JournalIndex.Found? in
      if let id {
        let found = try self.find(id)
        guard self.index.undoes(found) != nil else { return nil }
        return found
      }
      return try UndoStack.lastUndo(
        by: occasion.author, JournalWalk(self.tails.values), &self.index, self.tails)
    }
  }

  /// What an undo would do now, for a question before it.
  public func undoPreview(
    _ id: LineID? = nil, by author: String
  ) throws(StoreError) -> UndoReport? {
    let found =
      if let id { try find(id) } else {
        try UndoStack.lastChange(by: author, JournalWalk(tails.values), &index)
      }
    guard let found else { return nil }
    let taken = try index.transaction(found)
    let inversion = Inversion(of: taken, in: workspace)
    return UndoReport(taken: taken, written: nil, left: try left(inversion))
  }

  private func takeBack(
    _ name: String, _ occasion: Occasion,
    choose: () throws(StoreError) -> JournalIndex.Found?
  ) throws(CommitFailure) -> UndoReport {
    var taken: Transaction?
    var left: [UndoReport.Left] = []
    do throws(CommitFailure) {
      let written = try commitPlanned(name, occasion) { _ throws(CommitFailure) in
        do throws(StoreError) {
          guard let found = try choose() else { return PlannedChange(operations: []) }
          let transaction = try index.transaction(found)
          taken = transaction
          let inversion = Inversion(of: transaction, in: workspace)
          left = try self.left(inversion)
          return PlannedChange(operations: inversion.operations, undoes: transaction.id)
        } catch {
          throw .store(error.sentence)
        }
      }
      guard let taken else { throw CommitFailure.refused(Self.nothing(name)) }
      return UndoReport(taken: taken, written: written, left: left)
    } catch {
      guard case .refused = error else { throw error }
      guard let taken else { throw .refused(Self.nothing(name)) }
      guard !left.isEmpty else { throw .refused(.nothingToDo("it has no effect any more")) }
      return UndoReport(taken: taken, written: nil, left: left)
    }
  }

  private static func nothing(_ name: String) -> CommandError {
    .nothingToDo("there is nothing to \(name)")
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
