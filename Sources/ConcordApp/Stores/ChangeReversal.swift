import ConcordDashboard
import ConcordModel
import ConcordStore

/// Take a change back, or do it again: `concord undo` and `concord redo`.
public enum ChangeReversal {
  /// Takes back a change; without one your own last one.
  public static func undo(_ text: String?, _ common: CommonOptions) throws(CommandLineFailure) {
    var line: LineID?
    if let text {
      guard let parsed = LineID(text) else {
        throw CommandLineFailure(
          .usage,
          "“\(Text.visible(text))” names no change: expected one such as 3ZB1:41 (concord log)")
      }
      line = parsed
    }
    let session = try common.session()
    do {
      report(try session.store.undo(line, session.occasion), "took back", session)
    } catch {
      throw CommandLineFailure(error)
    }
  }

  /// Does again what was taken back last.
  public static func redo(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    do {
      report(try session.store.redo(nil, session.occasion), "did again", session)
    } catch {
      throw CommandLineFailure(error)
    }
  }

  private static func report(_ undo: UndoReport, _ verb: String, _ session: Session) {
    let taken = undo.taken
    let workspace = session.workspace
    let words = CommandWords.words(
      command: taken.command, records: taken.records, workspace)
    StandardOutput.say(
      "\(verb): \(words), \(taken.instant.iso) by \(taken.author) (\(taken.id))")
    for left in undo.left {
      StandardOutput.say(
        "left: \(left.field) of \(workspace.title(left.record)), changed since by \(left.author)")
    }
  }
}
