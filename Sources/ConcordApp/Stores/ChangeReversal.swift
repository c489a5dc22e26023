import ConcordModel
import ConcordStore

/// Take a change back, or do it again: `concord undo` and `concord redo`.
public enum ChangeReversal {
  /// Takes back a change; without one your own last one.
  ///
  /// - Parameter mayLeave: whether what others changed since may stay as it is; else that is refused.
  public static func undo(
    _ text: String?, mayLeave: Bool, _ common: CommonOptions
  ) throws(CommandLineFailure) {
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
    if !mayLeave { try refuseToLeave(line, session) }
    do {
      try report(try session.store.undo(line, session.occasion), session)
    } catch let error as CommitFailure {
      throw session.failure(error)
    } catch let failure as CommandLineFailure {
      throw failure
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  /// What somebody changed since stays only where that is wanted.
  private static func refuseToLeave(
    _ line: LineID?, _ session: Session
  ) throws(CommandLineFailure) {
    let found: UndoReport?
    do {
      found = try session.store.undoPreview(line, by: session.settings.author)
    } catch {
      throw CommandLineFailure(error)
    }
    guard let found, !found.left.isEmpty else { return }
    let words = UndoWords(session)
    guard found.takesSomethingBack else {
      throw CommandLineFailure(.failed, words.nothingLeft(found))
    }
    throw CommandLineFailure(
      .failed,
      "\(words.left(found)) since, and would stay; concord undo \(found.taken.id) --leave takes back "
        + "the rest of it")
  }

  /// Does again what was taken back last.
  public static func redo(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    do {
      try report(try session.store.redo(nil, session.occasion), session)
    } catch let error as CommitFailure {
      throw session.failure(error)
    } catch let failure as CommandLineFailure {
      throw failure
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  private static func report(
    _ undo: UndoReport, _ session: Session
  ) throws(CommandLineFailure) {
    let workspace = session.workspace
    let words = UndoWords(session)
    guard undo.written != nil else { throw CommandLineFailure(.failed, words.nothingLeft(undo)) }
    let reversed = ReversedChange(undo.taken, in: session.store)
    let change = reversed.change
    for passed in undo.passedOver {
      StandardOutput.say("passed over, changed since: \(words.words(passed))")
    }
    StandardOutput.say(
      (reversed.isDoneAgain ? "did again: " : "took back: ")
        + "\(reversed.words(workspace)), \(change.instant.iso) by \(change.author) (\(change.id))")
    for left in undo.left {
      StandardOutput.say(
        "left: \(left.field) of \(workspace.title(left.record)), changed since by \(left.author)")
    }
  }
}
