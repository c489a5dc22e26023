import ConcordModel
import ConcordStore

/// What holds when a line is folded that the journal's reader has let in, whatever it says.
struct FoldProperties {
  private let line: JournalLine
  private static let empty = Workspace(
    office: Office(name: "Office", zone: "UTC"), today: Day(number: 20_000))

  init(_ line: JournalLine) { self.line = line }

  func check() {
    let header = line.header
    let transaction = Transaction(
      id: header.line, first: header.line, time: header.time, wallTime: header.wallTime,
      author: header.author, account: header.account, command: header.command,
      undoes: header.undoes, seen: header.seen ?? [:],
      steps: line.operations.map { Transaction.Step(header.line, $0) })
    var workspace = Self.empty
    workspace.apply(transaction)
    for operation in line.operations { checkOrigin(of: operation, in: workspace) }
    _ = workspace.conflicts
    let digest = StateDigest.of(workspace)
    workspace.apply(transaction)
    require(StateDigest.of(workspace) == digest, "folded twice, the state is another one")
  }

  private func checkOrigin(of operation: Operation, in workspace: Workspace) {
    switch operation {
    case .set(let id, let change): _ = workspace.origin(id, change.field)
    case .add(let id, let change), .take(let id, let change):
      _ = workspace.origin(id, change.field, element: change.element)
    case .new(let id, let values, _):
      for named in values { _ = workspace.origin(id, named.name) }
    case .delete, .why, .redact: break
    }
  }
}
