import ConcordModel

/// Conflicts by their definition, from all lines at once: two operations on one field, neither line
/// having seen the other, and none later that saw both.
struct ConflictOracle {
  private struct Key: Hashable {
    let record: RecordID
    let field: String
    var element: String?
  }

  private struct Write {
    let line: LineID
    let seen: [String: Int64]
    let value: FieldValue?
  }

  private var writes: [Key: [Write]] = [:]

  init(_ transactions: [Transaction]) {
    for transaction in transactions {
      for step in transaction.steps {
        func add(_ key: Key, _ value: FieldValue?) {
          writes[key, default: []].append(
            Write(line: step.line, seen: transaction.seen, value: value))
        }
        switch step.operation {
        case .new(let id, let values, let isDerived):
          guard !isDerived else { continue }
          for named in values {
            if case .texts(let elements) = named.value {
              for element in elements {
                add(Key(record: id, field: named.name, element: element), .truth(true))
              }
            } else {
              add(Key(record: id, field: named.name), named.value)
            }
          }
        case .set(let id, let change): add(Key(record: id, field: change.field), change.value)
        case .add(let id, let change):
          add(Key(record: id, field: change.field, element: change.element), .truth(true))
        case .take(let id, let change):
          add(Key(record: id, field: change.field, element: change.element), .truth(false))
        case .delete(let id): add(Key(record: id, field: "gone"), .truth(true))
        case .why, .redact: break
        }
      }
    }
  }

  private static func hasSeen(_ write: Write, _ other: Write) -> Bool {
    write.line.writer == other.line.writer
      ? write.line.number > other.line.number
      : write.seen[other.line.writer] ?? 0 >= other.line.number
  }

  /// Each field in conflict with its values, of records that are there.
  func conflicts(in workspace: Workspace) -> Set<String> {
    var result: Set<String> = []
    for (key, all) in writes where workspace.contains(key.record) {
      let greatest = all.filter { write in !all.contains { Self.hasSeen($0, write) } }
      let values = Set(greatest.map { "\($0.value.map { "\($0)" } ?? "none")" })
      guard values.count > 1 else { continue }
      result.insert(Self.text(key.record, key.field, key.element, values))
    }
    return result
  }

  /// What the workspace says, in the same words.
  static func shown(_ workspace: Workspace) -> Set<String> {
    Set(
      workspace.conflicts.map { conflict in
        let values = Set(conflict.choices.map { "\($0.value.map { "\($0)" } ?? "none")" })
        return text(conflict.record, conflict.field, conflict.element, values)
      })
  }

  private static func text(
    _ id: RecordID, _ field: String, _ element: String?, _ values: Set<String>
  ) -> String {
    "\(id.text) \(field)/\(element ?? "") \(values.sorted())"
  }
}
