import ConcordModel

/// The records that a change made, and which of them can be taken away again: those that nobody has
/// written to since, and that no later record refers to.
struct MadeRecords {
  /// All of them that are still there.
  private(set) var ids: Set<RecordID> = []
  /// Those that can go, in the order of their making.
  private(set) var removable: [RecordID] = []
  /// Why the others stay.
  private(set) var kept: [Inversion.Kept] = []

  private let workspace: Workspace
  private let transaction: Transaction

  init(of transaction: Transaction, in workspace: Workspace) {
    self.workspace = workspace
    self.transaction = transaction
    var made: [RecordID] = []
    for step in transaction.steps {
      guard case .new(let id, _, _) = step.operation, ids.insert(id).inserted else { continue }
      if workspace.contains(id) { made.append(id) }
    }
    guard !ids.isEmpty else { return }
    findLaterWrites()
    findLaterReferences()
    let staying = Set(kept.map(\.record))
    removable = made.filter { !staying.contains($0) }
  }

  private func isOwn(_ line: LineID?) -> Bool {
    guard let line else { return false }
    return line.writer == transaction.id.writer
      && (transaction.first.number...transaction.id.number).contains(line.number)
  }

  /// Fields of the made records that belong to other changes now.
  private mutating func findLaterWrites() {
    for kind in Set(ids.map(\.kind)).sorted() {
      let table = workspace[kind]
      for (key, exception) in workspace.exceptions(kind) {
        let id = table.id(Int(key.row))
        guard ids.contains(id), workspace.contains(id),
          !isOwn(workspace.writers.unpack(exception.origin))
        else { continue }
        let (field, element) = workspace.names(of: key, kind)
        // What was set and taken back again stands empty, as it did at first.
        if field == "gone" || isEmpty(id, field, element) && !wasGiven(id, field, element) {
          continue
        }
        kept.append(
          Inversion.Kept(
            record: id, field: field, line: workspace.writers.unpack(exception.stamp.line)))
      }
    }
    kept.sort { ($0.record, $0.field) < ($1.record, $1.field) }
  }

  private func isEmpty(_ id: RecordID, _ field: String, _ element: String?) -> Bool {
    let value = workspace.value(id, field)
    guard let element else { return value == nil }
    if case .texts(let elements)? = value { return !elements.contains(element) }
    return true
  }

  private func wasGiven(_ id: RecordID, _ field: String, _ element: String?) -> Bool {
    transaction.steps.contains { step in
      switch step.operation {
      case .new(id, let values, _):
        values.contains { named in
          guard named.name == field else { return false }
          guard let element, case .texts(let elements) = named.value else { return true }
          return elements.contains(element)
        }
      case .set(id, let change): change.field == field && change.value != nil
      case .add(id, let change): change.field == field && change.element == element
      default: false
      }
    }
  }

  /// Records of other changes that refer to a made one.
  private mutating func findLaterReferences() {
    let kinds = Set(ids.map(\.kind))
    for schema in workspace.fields.schemas {
      let table = workspace[schema.kind]
      for field in schema.stored {
        if case .references(let targets) = field.type, let slot = schema.slot(field.name) {
          findLaterElements(table, field.name, slot, targets)
          continue
        }
        guard case .reference(let targets) = field.type, let slot = schema.slot(field.name),
          targets.contains(where: { kinds.contains($0) })
        else { continue }
        for row in 0..<table.count where table[row, slot] != Table.absent {
          guard table.isPresent(row), let target = Workspace.reference(table[row, slot], targets),
            ids.contains(target)
          else { continue }
          let id = table.id(row)
          guard !isOwn(workspace.origin(id, field.name)) else { continue }
          kept.append(
            Inversion.Kept(
              record: target, field: "\(id.text) \(field.name)",
              line: workspace.lastWrite(id, field.name) ?? transaction.id))
        }
      }
    }
  }

  /// The same in a set, where each element has a line of its own.
  private mutating func findLaterElements(
    _ table: Table, _ field: String, _ slot: Int, _ targets: [RecordKind]
  ) {
    for target in ids.sorted() where targets.contains(target.kind) {
      guard let row = workspace.row(target) else { continue }
      let rows = workspace.references.rows(
        table.schema.kind, slot: slot, parent: target.kind, parentRow: row)
      for row in rows where table.isPresent(row) {
        let id = table.id(row)
        guard !isOwn(workspace.origin(id, field, element: target.text)) else { continue }
        kept.append(
          Inversion.Kept(
            record: target, field: "\(id.text) \(field)",
            line: workspace.lastWrite(id, field, element: target.text) ?? transaction.id))
      }
    }
  }
}
