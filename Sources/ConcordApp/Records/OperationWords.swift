import ConcordDashboard
import ConcordModel

/// What an operation does, in words: for dry runs and the log of a record.
enum OperationWords {
  static func lines(_ operation: Operation, _ session: Session) -> [String] {
    let workspace = session.workspace
    func text(_ value: FieldValue, _ id: RecordID, _ name: String) -> String {
      let type = workspace.fields[id.kind].field(name)?.type ?? .text
      return oneLine(ValueWords(session).text(value, type))
    }
    func element(_ change: ElementChange, _ id: RecordID) -> String {
      let type = workspace.fields[id.kind].field(change.field)?.type ?? .text
      guard case .references = type else { return change.element }
      return oneLine(FieldText.element(change.element, type, workspace))
    }
    switch operation {
    case .new(let id, let values, _):
      let word = workspace.fields[id.kind].word
      return ["\(workspace.contains(id) ? workspace.shortID(id) : id.text)  new \(word)"]
        + values.map { "  \($0.name): \(text($0.value, id, $0.name))" }
    case .set(let id, let change):
      let was = change.was.map { text($0, id, change.field) } ?? "(none)"
      let now = change.value.map { text($0, id, change.field) } ?? "(none)"
      return ["\(workspace.shortID(id))  \(change.field): \(was) → \(now)"]
    case .add(let id, let change):
      return ["\(workspace.shortID(id))  \(change.field): + \(element(change, id))"]
    case .take(let id, let change):
      return ["\(workspace.shortID(id))  \(change.field): − \(element(change, id))"]
    case .delete(let id): return ["\(workspace.shortID(id))  is taken away"]
    case .why(let reason): return ["reason: \(oneLine(reason))"]
    case .redact(let removed):
      let what = removed.record.map { "\(removed.field ?? "") of \($0.text)" } ?? "the reason"
      return ["redacted: \(what) in \(removed.line)"]
    }
  }

  /// Line ends and tabs as spaces.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }
}
