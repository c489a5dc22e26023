/// The partners that some operations touch, with what rules read of them, as they will stand: small
/// beside the office, which stays as it is.
struct RuleSketch {
  /// How it will stand.
  private(set) var after: Workspace
  /// Those that a rule may have something to say of, or has said something of.
  private(set) var partners: [RecordID] = []

  init(_ operations: [Operation], in workspace: Workspace, today: Day) {
    after = Workspace(
      office: workspace.office, today: today, policy: workspace.policy,
      catalogues: workspace.catalogues, fields: workspace.fields)
    var stages: [RecordID: String] = [:]
    let touched = Self.touched(operations, in: workspace, &stages)
    partners = touched.filter { id in
      if let stage = stages[id], RuleScope.isManaged(stage) { return true }
      guard let row = workspace.row(id) else { return false }
      return RuleScope.isManaged(Partner(workspace, row).stage)
        || workspace.flagRows(partnerRow: row).contains { Flag(workspace, $0).rule != nil }
    }
    // An import of prospects, and most of what people write, ends here.
    guard !partners.isEmpty else { return }
    let own = partners
    for partner in own { copy(partner, from: workspace) }
    let line = LineID("0000", 2)
    for operation in operations { after.fold(operation, line: line, time: 2) }
    after.finishChange()
    for rule in RuleCatalogue.rules {
      for other in rule.others(touched: own, in: workspace, after: after)
      where !partners.contains(other) {
        copy(other, from: workspace)
        partners.append(other)
      }
    }
    after.finishChange()
  }

  /// The partners that operations touch, and the stages that they give them.
  private static func touched(
    _ operations: [Operation], in workspace: Workspace, _ stages: inout [RecordID: String]
  ) -> [RecordID] {
    var order: [RecordID] = []
    var seen: Set<RecordID> = []
    func note(_ id: RecordID) { if seen.insert(id).inserted { order.append(id) } }
    func note(_ value: FieldValue?) {
      switch value {
      case .text(let text): if text.first == "P", let id = RecordID(text) { note(id) }
      case .texts(let texts): for text in texts where text.first == "P" { RecordID(text).map(note) }
      default: break
      }
    }
    for operation in operations {
      guard let record = operation.record else { continue }
      let kind = record.kind
      if kind == .partner {
        note(record)
      } else if kind == .flag || RuleCatalogue.reads.contains(kind) {
        if let row = workspace.row(record) {
          for named in workspace.values(kind, row: row) { note(named.value) }
        }
      } else {
        continue
      }
      switch operation {
      case .new(_, let values, _):
        for named in values {
          note(named.value)
          if kind == .partner, named.name == "stage" { stages[record] = named.value.text }
        }
      case .set(_, let change):
        note(change.value)
        if kind == .partner, change.field == "stage" { stages[record] = change.value?.text ?? "" }
      case .add(_, let change), .take(_, let change): note(.text(change.element))
      case .delete, .why, .redact: break
      }
    }
    return order
  }

  /// Takes a partner over, with its flags and all records that rules read of it.
  private mutating func copy(_ partner: RecordID, from workspace: Workspace) {
    guard let row = workspace.row(partner) else { return }
    copy(.partner, row, from: workspace)
    for field in workspace.references.fields where field.parent == .partner {
      guard field.child == .flag || RuleCatalogue.reads.contains(field.child) else { continue }
      let rows = workspace.references.rows(
        field.child, slot: field.slot, parent: .partner, parentRow: row)
      for child in rows { copy(field.child, child, from: workspace) }
    }
  }

  private mutating func copy(_ kind: RecordKind, _ row: Int, from workspace: Workspace) {
    let id = workspace[kind].id(row)
    guard after[kind].row(id.bits) == nil, workspace.contains(id) else { return }
    let values = workspace.values(kind, row: row)
    after.fold(.new(id, values, derived: false), line: LineID("0000", 1), time: 1)
  }
}
