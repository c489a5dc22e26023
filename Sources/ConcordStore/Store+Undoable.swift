import ConcordModel

extension Store {
  /// The change that an undo by this author would take back; nil where there is none, or the journal
  /// cannot be read.
  public func undoable(by author: String) -> LineID? {
    var passedOver: [Transaction] = []
    return try? lastChange(by: author, &passedOver)?.id
  }

  /// The undo that a redo by this author would take back.
  public func redoable(by author: String) -> LineID? {
    try? UndoStack.lastUndo(by: author, JournalWalk(tails.values), &index, tails)?.id
  }
}
