/// The stages of all partners, for what looks at many: no record is made of any.
struct StageColumn {
  private let table: Table
  /// By the numbers of words.
  private let managed: [Bool]

  init(_ workspace: Workspace) {
    table = workspace[.partner]
    managed = workspace.texts.words.map(RuleScope.isManaged)
  }

  /// Whether the partner with the bits of an id is there, and active or suspended.
  @inline(__always)
  func isManaged(_ partner: UInt64) -> Bool {
    guard let row = table.row(partner), table.isPresent(row) else { return false }
    let stage = table[row, Partner.Slot.stage]
    return stage != Table.absent && managed[Int(stage)]
  }
}
