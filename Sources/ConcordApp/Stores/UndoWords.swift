import ConcordModel
import ConcordStore

/// What an undo does, or cannot do, in words.
struct UndoWords {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Such as `edit P-R7HH (BPQX:3)`.
  func words(_ change: Transaction) -> String {
    ReversedChange(change, in: session.store).words(session.workspace) + " (\(change.id))"
  }

  /// Such as `tier of Harbor City was changed by m.ruiz`.
  func left(_ report: UndoReport) -> String {
    let parts = report.left.prefix(3).map { left in
      "\(left.field) of \(session.workspace.title(left.record)) was changed by \(left.author)"
    }
    let more = report.left.count - parts.count
    return parts.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// Why nothing was taken back.
  func nothingLeft(_ report: UndoReport) -> String {
    "nothing of \(words(report.taken)) can be taken back: \(left(report)) since"
  }
}
