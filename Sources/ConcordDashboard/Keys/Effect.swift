import ConcordModel

/// What `update` wants from the world outside: only the effect runner does it.
package enum Effect: Hashable, Sendable {
  /// Check, write, apply.
  case commit(Invocation)
  /// Say what `u` would take back.
  case offerUndo
  /// Say what taking a change back would do.
  case offerUndoOf(LineID)
  /// Changes of the journal: they come as ``Action/journal(_:)``.
  case readJournal(JournalRequest)
  /// What the consistency checks find: it comes as ``Action/checked(_:number:)``.
  case check(number: Int)
  /// What the heatmap showed at the end of a day: it comes as ``Action/heatmapRead(_:)``.
  case readHeatmap(Day)
  /// What happened since: it comes as ``Action/lookedBack(_:)``.
  case lookBack(LastLook)
  /// All is seen as far as the journals go now: it comes as ``Action/looked(_:)``.
  case lookFromNow
  /// Take this change back.
  case undo(LineID)
  /// Do again what was last taken back.
  case redo
  /// Put text on the clipboard.
  case copy(String)
  /// Hand records to a program, one a line, and wait for it.
  case pipe(RecordKind, [RecordID], program: String)
  /// Let a text field of a record be edited in an editor, and wait for it.
  case editText(RecordID, field: String)
  /// See what an import of a file would do: it comes as ``Action/importPreview(_:)``.
  case previewFile(String)
  /// The same for pasted cells.
  case previewCells(String)
  /// Import what a preview showed.
  case takeImport(Int)
  /// Stop long work.
  case cancelWork
  /// Let the user's shell run, and wait for it.
  case shell
  /// Draw everything anew.
  case redraw
  /// Hand the terminal back to the shell until `fg`.
  case suspend
  /// The mouse reports to the dashboard, or selects text again.
  case useMouse(Bool)
  /// End.
  case quit
}
