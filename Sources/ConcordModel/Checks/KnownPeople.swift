/// The people on record, as the cells of references have them.
struct KnownPeople {
  private let cells: Set<Int64>

  init(_ workspace: Workspace) {
    let table = workspace[.person]
    cells = Set(workspace.rows(.person).map { Int64(bitPattern: table.id($0).bits) })
  }

  /// Whether the person of a cell, which is not empty, is on record.
  func contains(_ cell: Int64) -> Bool { cells.contains(cell) }
}
