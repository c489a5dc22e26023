/// What if: a second state in which something is supposed, beside the one that stands.
extension Workspace {
  /// Supposes operations. The values stand as if they were written, and the figures follow; nobody
  /// wrote them, so they have no stamps and are in no conflict. To be done to a copy only.
  package mutating func suppose(_ operations: [Operation]) {
    for operation in operations {
      switch operation {
      case .new(let id, let values, _):
        let row = ensureRow(id)
        for named in values { write(id.kind, row, named.name, named.value) }
        tables[id.kind.index].setRecordStamp(
          Stamp(rank: 1, time: 0, line: writers.pack(Self.nobody)), row: row)
        touch(id.kind, row)
      case .set(let id, let change):
        let row = ensureRow(id)
        write(id.kind, row, change.field, change.value)
        touch(id.kind, row)
      case .delete(let id):
        let row = ensureRow(id)
        write(id.kind, row, "gone", .truth(true))
        touch(id.kind, row)
      case .add, .take, .why, .redact: break
      }
    }
    finishChange()
  }

  /// The line that what is supposed stands in: no writer is called so.
  private static let nobody = LineID("what-if", 1)
}
