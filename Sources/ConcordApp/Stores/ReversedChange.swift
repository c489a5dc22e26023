import ConcordDashboard
import ConcordModel
import ConcordStore

/// The change that an undo or a redo was about in the end: that of a redo is not the undo which it
/// took back, but what this had taken back before.
struct ReversedChange {
  /// What a person did.
  let change: Transaction
  /// Whether it stands again.
  let isDoneAgain: Bool

  init(_ taken: Transaction, in store: Store) {
    var change = taken
    var isDoneAgain = false
    while let line = change.undoes, let before = try? store.transaction(line) {
      change = before
      isDoneAgain.toggle()
    }
    self.change = change
    self.isDoneAgain = isDoneAgain
  }

  /// Such as `accept F-9QD2`, or `import of 25 records`.
  func words(_ workspace: Workspace) -> String {
    guard CommandCatalogue.command(change.command) == nil else {
      return CommandWords.words(
        command: change.command, records: change.records, workspace)
    }
    let made = change.records.filter { $0.kind != .link }
    let count = made.isEmpty ? change.records.count : made.count
    return "\(change.command) of \(Counted.words(count, "record"))"
  }
}
