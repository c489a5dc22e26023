/// What some operations touch of what rules look at.
struct RuleTouch {
  /// The partners, in the order in which they come up.
  private(set) var partners: [RecordID] = []
  /// Which kinds of record were touched of each; the partner's own kind where it was itself.
  private(set) var kinds: [RecordID: Set<RecordKind>] = [:]
  /// Rules that are to look again because one of their flags came back, or went.
  private(set) var rules: [RecordID: Set<String>] = [:]
  /// The stages that partners get.
  private(set) var stages: [RecordID: String] = [:]
  /// Partners of findings, by their rule, whose flags a person asks for.
  private(set) var released: [String: Set<RecordID>] = [:]

  private let workspace: Workspace

  init(_ operations: [Operation], in workspace: Workspace) {
    self.workspace = workspace
    for operation in operations {
      guard let record = operation.record else { continue }
      switch record.kind {
      case .partner: partner(record, operation)
      case .flag: flag(record, operation)
      case .finding: finding(record, operation)
      case let kind where RuleCatalogue.reads.contains(kind): other(record, operation)
      default: continue
      }
    }
  }

  // MARK: By kind

  private mutating func partner(_ id: RecordID, _ operation: Operation) {
    note(id, .partner)
    switch operation {
    case .new(_, let values, _):
      for named in values where named.name == "stage" { stages[id] = named.value.text }
    case .set(_, let change) where change.field == "stage":
      stages[id] = change.value?.text ?? ""
    default: break
    }
  }

  /// Decisions change nothing that a rule sees; one that comes back, or is gone, may stand against it.
  private mutating func flag(_ id: RecordID, _ operation: Operation) {
    guard let row = workspace[.flag].row(id.bits) else { return }
    let flag = Flag(workspace, row)
    guard let rule = flag.rule, let partner = flag.partner else { return }
    switch operation {
    case .delete: break
    case .set(_, let change) where change.field == "gone": break
    case .set(_, let change) where change.field == "status":
      guard let text = change.value?.text, let status = FlagStatus(rawValue: text), status.isLive,
        !flag.status.isLive
      else { return }
    default: return
    }
    note(partner)
    rules[partner, default: []].insert(rule)
  }

  /// A person's word that the flags of a finding, or of a part of one, are to be raised.
  private mutating func finding(_ id: RecordID, _ operation: Operation) {
    let rule: String
    let partners: [RecordID]
    switch operation {
    case .set(_, let change)
    where change.field == "state" && change.value?.text == Finding.State.raised.rawValue:
      guard let row = workspace.row(id) else { return }
      let finding = Finding(workspace, row)
      rule = finding.rule
      partners = finding.remaining
    case .new(_, let values, _):
      func value(_ name: String) -> FieldValue? { values.first { $0.name == name }?.value }
      guard value("state")?.text == Finding.State.raised.rawValue,
        case .texts(let elements)? = value("partners")
      else { return }
      rule = value("rule")?.text ?? ""
      partners = elements.compactMap { RecordID($0) }
    default: return
    }
    for partner in partners {
      note(partner)
      rules[partner, default: []].insert(rule)
    }
    released[rule, default: []].formUnion(partners)
  }

  /// The partners that a record refers to, or did.
  private mutating func other(_ id: RecordID, _ operation: Operation) {
    if let row = workspace[id.kind].row(id.bits) {
      for named in workspace.values(id.kind, row: row) { note(named.value, id.kind) }
    }
    switch operation {
    case .new(_, let values, _): for named in values { note(named.value, id.kind) }
    case .set(_, let change): note(change.value, id.kind)
    case .add(_, let change), .take(_, let change): note(.text(change.element), id.kind)
    case .delete, .why, .redact: break
    }
  }

  private mutating func note(_ value: FieldValue?, _ kind: RecordKind) {
    switch value {
    case .text(let text): note(text, kind)
    case .texts(let texts): for text in texts { note(text, kind) }
    default: break
    }
  }

  private mutating func note(_ text: String, _ kind: RecordKind) {
    guard text.utf8.count == RecordID.textLength, text.utf8.first == RecordKind.partner.rawValue,
      let id = RecordID(text)
    else { return }
    note(id, kind)
  }

  private mutating func note(_ partner: RecordID, _ kind: RecordKind? = nil) {
    if kinds[partner] == nil {
      partners.append(partner)
      kinds[partner] = []
    }
    if let kind { kinds[partner]?.insert(kind) }
  }

  // MARK: Rules

  /// Whether a rule has to look at a partner again.
  func concerns(_ rule: any Rule.Type, _ partner: RecordID) -> Bool {
    guard let kinds = kinds[partner] else { return false }
    return kinds.contains(.partner) || !rule.reads.isDisjoint(with: kinds)
      || rules[partner]?.contains(rule.name) ?? false
  }
}
