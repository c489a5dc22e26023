/// A small workspace with some partners of a great one and what belongs to them: for asking what a change
/// would bring about, while the great one stays as it is.
struct Excerpt {
  /// What was taken over so far.
  private(set) var workspace: Workspace
  private let source: Workspace
  /// The kinds of record that came along with a partner.
  private var kinds: Set<RecordKind> = []

  /// An empty one.
  init(of source: Workspace, today: Day) {
    self.source = source
    workspace = Workspace(
      office: source.office, today: today, policy: source.policy, catalogues: source.catalogues,
      fields: source.fields)
  }

  /// Takes a partner over with its records of some kinds.
  mutating func copy(_ partner: RecordID, with kinds: Set<RecordKind>) {
    self.kinds.formUnion(kinds)
    guard let row = source[.partner].row(partner.bits) else { return }
    copy(.partner, row)
    copyChildren(of: .partner, row, kinds)
    guard kinds.contains(.treatment) else { return }
    for flag in source.flagRows(partnerRow: row) { copyChildren(of: .flag, flag, [.treatment]) }
  }

  private mutating func copyChildren(
    of parent: RecordKind, _ row: Int, _ kinds: Set<RecordKind>
  ) {
    for field in source.references.fields
    where field.parent == parent && kinds.contains(field.child) {
      let rows = source.references.rows(
        field.child, slot: field.slot, parent: parent, parentRow: row)
      for child in rows { copy(field.child, child) }
    }
  }

  /// What is gone comes along as such: an operation may bring it back.
  private mutating func copy(_ kind: RecordKind, _ row: Int) {
    let id = source[kind].id(row)
    // What others refer to has a row already, and nothing in it.
    guard !workspace[kind].isMade(id.bits) else { return }
    let values = source.values(kind, row: row)
    workspace.fold(.new(id, values, derived: false), line: Self.before, time: 1)
    if !source.contains(id) { workspace.fold(.delete(id), line: Self.before, time: 1) }
  }

  /// Lets operations act on it. What they change comes along too: a record may come to a partner from
  /// one that nobody has taken over.
  mutating func fold(_ operations: [Operation]) {
    for id in operations.lazy.compactMap(\.record) where kinds.contains(id.kind) {
      if let row = source[id.kind].row(id.bits) { copy(id.kind, row) }
    }
    for operation in operations { workspace.fold(operation, line: Self.after, time: 2) }
    workspace.finishChange()
  }

  /// Makes the figures of what was taken over.
  mutating func finish() { workspace.finishChange() }

  private static let before = LineID("0000", 1)
  private static let after = LineID("0000", 2)
}
