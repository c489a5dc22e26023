import ConcordModel

/// Flags that were marked cell by cell: those that stood there when it was done.
struct HeatmapMarks: Hashable, Sendable {
  /// A cell and the view in which it was marked.
  private struct Place: Hashable {
    let cell: HeatmapCell
    let view: RiskView
  }

  private var cells: [Place: [RecordID]] = [:]
  /// All of them, each once.
  private(set) var records: Set<RecordID> = []

  var isEmpty: Bool { records.isEmpty }

  /// Whether the flags of a cell were marked in a view.
  func contains(_ cell: HeatmapCell, _ view: RiskView) -> Bool {
    !cells.isEmpty && cells[Place(cell: cell, view: view)] != nil
  }

  /// Marks the flags of a cell.
  mutating func mark(_ flags: [RecordID], of cell: HeatmapCell, _ view: RiskView) {
    cells[Place(cell: cell, view: view)] = flags
    records.formUnion(flags)
  }

  /// Takes the marks of a cell away; those that another one has too stay.
  /// - Returns: how many were taken away.
  mutating func unmark(_ cell: HeatmapCell, _ view: RiskView) -> Int {
    let before = records.count
    cells[Place(cell: cell, view: view)] = nil
    records = cells.values.reduce(into: []) { $0.formUnion($1) }
    return before - records.count
  }

  /// Takes the marks of those away that do not fit any more.
  mutating func keep(_ fits: (RecordID) -> Bool) {
    guard !isEmpty else { return }
    let left = records.filter(fits)
    guard left.count < records.count else { return }
    records = left
    cells = cells.mapValues { $0.filter(left.contains) }.filter { !$0.value.isEmpty }
  }

  /// Takes all marks away; false where there was none.
  mutating func clear() -> Bool {
    defer { self = HeatmapMarks() }
    return !isEmpty
  }
}
