import ConcordModel

/// What one operation did, as a line of a change's difference.
struct EntryLine: Sendable {
  /// The record that it touched, where it is another than that of the line before.
  let record: RecordID?
  /// The field, or what happened to the record.
  let name: String
  /// What stood there before.
  let was: String?
  /// What stands there since.
  let now: String?

  /// The lines of operations, each record named once.
  static func lines(_ operations: [Operation], _ workspace: Workspace) -> [EntryLine] {
    var lines: [EntryLine] = []
    for operation in operations {
      lines += Self.lines(operation, workspace)
    }
    return lines
  }

  private static func lines(_ operation: Operation, _ workspace: Workspace) -> [EntryLine] {
    func label(_ id: RecordID, _ name: String) -> String {
      workspace.fields[id.kind].field(name)?.label ?? name
    }
    func text(_ value: FieldValue?, _ id: RecordID, _ name: String) -> String? {
      value.map {
        FieldText.text($0, workspace.fields[id.kind].field(name)?.type ?? .text, workspace)
      }
    }
    func element(_ change: ElementChange, _ id: RecordID) -> String {
      let type = workspace.fields[id.kind].field(change.field)?.type ?? .text
      guard case .references = type else { return change.element }
      return FieldText.element(change.element, type, workspace)
    }
    switch operation {
    case .new(let id, let values, _):
      let head = EntryLine(
        record: id, name: "new " + workspace.fields[id.kind].word, was: nil, now: nil)
      return [head]
        + values.map {
          EntryLine(
            record: id, name: label(id, $0.name), was: nil, now: text($0.value, id, $0.name))
        }
    case .set(let id, let change):
      return [
        EntryLine(
          record: id, name: label(id, change.field), was: text(change.was, id, change.field),
          now: text(change.value, id, change.field) ?? "(none)")
      ]
    case .add(let id, let change):
      return [
        EntryLine(
          record: id, name: label(id, change.field), was: nil, now: "with " + element(change, id))
      ]
    case .take(let id, let change):
      return [
        EntryLine(
          record: id, name: label(id, change.field), was: nil, now: "without " + element(change, id)
        )
      ]
    case .delete(let id):
      return [EntryLine(record: id, name: "taken away", was: nil, now: nil)]
    case .why: return []
    case .redact(let removed):
      let what = removed.record.map { workspace.title($0) } ?? "the reason"
      return [
        EntryLine(
          record: nil, name: "redacted", was: nil,
          now: "\(removed.field ?? "") of \(what) in \(removed.line)")
      ]
    }
  }
}
