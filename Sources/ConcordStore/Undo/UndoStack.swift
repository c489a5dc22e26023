import ConcordModel

/// Which of an author's changes the next undo or redo takes back, found by walking through the
/// journal from its end.
struct UndoStack {
  /// Changes that a later one, still in force, has taken back.
  private var undone: Set<LineID> = []

  /// The author's last change that still stands, is neither an undo nor a redo, and of which something
  /// can be taken back.
  ///
  /// - Parameter isWorthIt: asked for each such change; where it says no, the one before is looked for.
  static func lastChange(
    by author: String, _ walk: JournalWalk, _ index: inout JournalIndex,
    _ isWorthIt: (JournalIndex.Found, JournalIndex) throws(StoreError) -> Bool
  ) throws(StoreError) -> JournalIndex.Found? {
    var walk = walk
    var stack = UndoStack()
    while let found = try walk.next(&index) {
      guard stack.stillStands(found, index) else { continue }
      // What was redacted cannot come back.
      if index.command(found.entry) == Store.redaction { continue }
      // What the rules found is nobody's doing: taken back, they would find it again.
      if index.command(found.entry) == RuleRun.command { continue }
      guard index.author(found.entry) == author, index.undoes(found) == nil else { continue }
      if try isWorthIt(found, index) { return found }
    }
    return nil
  }

  /// The author's last undo that still stands, as long as he has made no other change since.
  static func lastUndo(
    by author: String, _ walk: JournalWalk, _ index: inout JournalIndex,
    _ tails: [String: WriterTail]
  ) throws(StoreError) -> JournalIndex.Found? {
    var walk = walk
    var stack = UndoStack()
    while let found = try walk.next(&index) {
      guard stack.stillStands(found, index), index.author(found.entry) == author,
        index.command(found.entry) != RuleRun.command
      else { continue }
      guard let taken = index.undoes(found) else { return nil }
      if try !isUndo(taken, &index, tails) { return found }
    }
    return nil
  }

  /// Whether the change is one that takes back an ordinary one (and not a redo).
  private static func isUndo(
    _ line: LineID, _ index: inout JournalIndex, _ tails: [String: WriterTail]
  ) throws(StoreError) -> Bool {
    var isUndo = false
    var line = line
    while let tail = tails[line.writer], let found = try index.find(line, in: tail),
      let next = index.undoes(found)
    {
      isUndo.toggle()
      line = next
    }
    return isUndo
  }

  /// Notes what the change takes back, unless it was itself taken back.
  private mutating func stillStands(
    _ found: JournalIndex.Found, _ index: JournalIndex
  ) -> Bool {
    guard undone.remove(found.id) == nil else { return false }
    if let taken = index.undoes(found) { undone.insert(taken) }
    return true
  }
}
