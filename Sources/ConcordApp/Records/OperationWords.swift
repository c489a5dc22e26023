import ConcordDashboard
import ConcordModel

/// What an operation does, in words: for dry runs and the log of a record.
enum OperationWords {
  static func lines(_ operation: Operation, _ workspace: Workspace) -> [String] {
    switch operation {
    case .new(let id, let values, _):
      let word = workspace.fields[id.kind].word
      return ["\(workspace.contains(id) ? workspace.shortID(id) : id.text)  new \(word)"]
        + values.map { "  \($0.name): \(text($0.value, id.kind, $0.name, workspace))" }
    case .set(let id, let change):
      let was = change.was.map { text($0, id.kind, change.field, workspace) } ?? "(none)"
      let now = change.value.map { text($0, id.kind, change.field, workspace) } ?? "(none)"
      return ["\(workspace.shortID(id))  \(change.field): \(was) → \(now)"]
    case .add(let id, let change):
      return ["\(workspace.shortID(id))  \(change.field): + \(change.element)"]
    case .take(let id, let change):
      return ["\(workspace.shortID(id))  \(change.field): − \(change.element)"]
    case .delete(let id): return ["\(workspace.shortID(id))  is taken away"]
    case .why(let reason): return ["reason: \(oneLine(reason))"]
    }
  }

  private static func text(
    _ value: FieldValue, _ kind: RecordKind, _ name: String, _ workspace: Workspace
  ) -> String {
    oneLine(FieldText.text(value, workspace.fields[kind].field(name)?.type ?? .text, workspace))
  }

  /// Line ends and tabs as spaces.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }
}
