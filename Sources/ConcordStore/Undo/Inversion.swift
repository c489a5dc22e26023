import ConcordModel

/// What takes a change back: for each of its operations the opposite, where the field still belongs
/// to it; the rest is listed.
package struct Inversion {
  /// Something that was changed since, and the line that it belongs to now.
  package struct Kept: Hashable {
    package let record: RecordID
    package let field: String
    package let line: LineID
  }

  /// What to write.
  package private(set) var operations: [Operation] = []
  /// What was changed since.
  package private(set) var kept: [Kept] = []

  private let workspace: Workspace
  private let transaction: Transaction
  private var effects: [Key: Effect] = [:]
  private var order: [Key] = []

  /// What takes `transaction` back in the state of `workspace`.
  package init(of transaction: Transaction, in workspace: Workspace) {
    self.workspace = workspace
    self.transaction = transaction
    let made = MadeRecords(of: transaction, in: workspace)
    kept = made.kept
    for step in transaction.steps {
      // What a change did to its own records goes with them.
      if let id = step.operation.record, made.ids.contains(id) { continue }
      collect(step)
    }
    for key in order.reversed() { invert(key) }
    for id in made.removable.reversed() {
      // What was taken back before has an origin that a redo looks for: it goes into `of`.
      let origin = workspace.origin(id, "gone")
      operations.append(
        origin == nil
          ? .delete(id) : .set(id, FieldChange("gone", .truth(true), was: nil, of: origin)))
    }
  }

  // MARK: What the change did to each field

  fileprivate struct Key: Hashable {
    let record: RecordID
    let field: String
    var element: String?
  }

  /// The first operation on a field says what was there before, the last whose the value is.
  private struct Effect {
    let first: Transaction.Step
    var last: Transaction.Step
  }

  private mutating func collect(_ step: Transaction.Step) {
    let key: Key
    switch step.operation {
    case .set(let id, let change): key = Key(record: id, field: change.field)
    case .add(let id, let change), .take(let id, let change):
      key = Key(record: id, field: change.field, element: change.element)
    case .delete(let id): key = Key(record: id, field: "gone")
    case .new, .why, .redact: return
    }
    if effects[key] == nil { order.append(key) }
    effects[key, default: Effect(first: step, last: step)].last = step
  }

  // MARK: The opposite

  private mutating func invert(_ key: Key) {
    guard let effect = effects[key] else { return }
    let origin = workspace.origin(key)
    guard origin == effect.last.origin else {
      let line = workspace.lastWrite(key)
      kept.append(Kept(record: key.record, field: key.field, line: line ?? transaction.id))
      return
    }
    switch effect.first.operation {
    case .set(let id, let change):
      let current = workspace.value(id, change.field)
      operations.append(
        .set(
          id,
          FieldChange(change.field, change.was, was: current, of: origin, origin: change.of)))
    case .delete(let id):
      operations.append(.set(id, FieldChange("gone", nil, was: .truth(true), of: origin)))
    case .add(let id, let change):
      operations.append(
        .take(id, ElementChange(change.field, change.element, of: origin, origin: change.of)))
    case .take(let id, let change):
      operations.append(
        .add(id, ElementChange(change.field, change.element, of: origin, origin: change.of)))
    case .new, .why, .redact: break
    }
  }
}

extension Workspace {
  fileprivate func origin(_ key: Inversion.Key) -> LineID? {
    guard let element = key.element else { return origin(key.record, key.field) }
    return origin(key.record, key.field, element: element)
  }

  fileprivate func lastWrite(_ key: Inversion.Key) -> LineID? {
    guard let element = key.element else { return lastWrite(key.record, key.field) }
    return lastWrite(key.record, key.field, element: element)
  }
}

extension Transaction.Step {
  /// The line that the value belongs to after this operation: its own, but for undo and redo.
  fileprivate var origin: LineID {
    switch operation {
    case .set(_, let change): change.origin ?? line
    case .add(_, let change), .take(_, let change): change.origin ?? line
    case .new, .delete, .why, .redact: line
    }
  }
}
