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
      report(try session.store.undo(line, session.occasion), session)
    } catch {
      throw session.failure(error)
    }
  }

  /// Does again what was taken back last.
  public static func redo(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    do {
      report(try session.store.redo(nil, session.occasion), session)
    } catch {
      throw session.failure(error)
    }
  }

  private static func report(_ undo: UndoReport, _ session: Session) {
    let workspace = session.workspace
    let reversed = ReversedChange(undo.taken, in: session.store)
    let change = reversed.change
    StandardOutput.say(
      (reversed.isDoneAgain ? "did again: " : "took back: ")
        + "\(reversed.words(workspace)), \(change.instant.iso) by \(change.author) (\(change.id))")
    for left in undo.left {
      StandardOutput.say(
        "left: \(left.field) of \(workspace.title(left.record)), changed since by \(left.author)")
    }
  }
}
