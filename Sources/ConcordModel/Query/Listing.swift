/// All rows of a kind in an order, kept until the workspace changes, so that a filter only has to
/// pick from it.
package struct Listing: Sendable {
  package let kind: RecordKind
  package let order: SortOrder
  package let version: Int
  private let sorted: [Int32]

  package init(_ kind: RecordKind, _ order: SortOrder, in workspace: Workspace) {
    self.kind = kind
    self.order = order
    version = workspace.version
    sorted = RowSorter.rows(kind, order, in: workspace)
  }

  /// All rows in their order.
  package var all: [Int32] { sorted }

  /// How many there are without a filter.
  package var count: Int { sorted.count }

  /// The rows that pass a filter.
  package struct Found: Sendable {
    /// The best matches first, in the order of the list among equals.
    package let rows: [Int32]
    /// The same in the order of the list: what a narrower filter has to look at.
    package let passed: [Int32]
  }

  /// The rows that pass.
  ///
  /// - Parameters:
  ///   - candidates: in the order of the list; no others can pass. Nil for all.
  ///   - pieceRows: rows that a thread looks at in one go; at least one.
  package func rows(
    _ plan: FilterPlan, in workspace: Workspace, among candidates: [Int32]? = nil,
    work: any ParallelWork = OneByOne(), pieceRows: Int = Listing.pieceRows
  ) -> Found {
    guard !plan.isEmpty else { return Found(rows: sorted, passed: sorted) }
    let candidates = candidates ?? sorted
    let ranked =
      kind == .partner && plan.isOnlyWords && candidates.count * 4 > workspace[.partner].count
      ? byNames(plan, candidates, workspace, work, pieceRows)
      : byRows(plan, candidates, workspace, work, pieceRows)
    return ranked.found(ranks: plan.ranks)
  }

  /// Rows that a thread looks at in one go: enough of them that dividing costs nothing.
  package static let pieceRows = 8192

  /// What passes, each row looked at in the order of the list.
  private func byRows(
    _ plan: FilterPlan, _ candidates: [Int32], _ workspace: Workspace, _ work: any ParallelWork,
    _ step: Int
  ) -> RankedRows {
    let kind = kind
    let pieces = work.map((candidates.count + step - 1) / step) { piece in
      var ranked = RankedRows()
      for row in candidates[piece * step..<min(candidates.count, (piece + 1) * step)] {
        if let rank = plan.rank(workspace, kind, Int(row)) { ranked.take(row, rank) }
      }
      return ranked
    }
    return pieces.reduce(into: RankedRows()) { $0.append($1) }
  }

  /// The same by names alone, read as they lie in memory: what each letter of a filter waits for.
  private func byNames(
    _ plan: FilterPlan, _ candidates: [Int32], _ workspace: Workspace, _ work: any ParallelWork,
    _ step: Int
  ) -> RankedRows {
    let count = workspace[.partner].count
    let none = UInt8.max
    let needed = plan.letters
    let pieces = work.map((count + step - 1) / step) { piece -> [UInt8] in
      let rows = piece * step..<min(count, (piece + 1) * step)
      var ranks = [UInt8](repeating: none, count: rows.count)
      ranks.withUnsafeMutableBufferPointer { ranks in
        workspace.names.forEach(in: rows, with: needed) { row, name in
          guard let rank = plan.rank(name: name) else { return }
          ranks[row - rows.lowerBound] = UInt8(min(rank, RankedRows.worst))
        }
      }
      return ranks
    }
    let ranks = pieces.count == 1 ? pieces[0] : Array(pieces.joined())
    var ranked = RankedRows()
    for row in candidates where Int(row) < ranks.count {
      let rank = ranks[Int(row)]
      if rank != none { ranked.take(row, Int(rank)) }
    }
    return ranked
  }

  /// Rows that pass, and how well.
  private struct RankedRows: Sendable {
    static let worst = 60
    private var passed: [Int32] = []
    private var byRank: [[Int32]] = Array(repeating: [], count: RankedRows.worst + 1)

    mutating func take(_ row: Int32, _ rank: Int) {
      passed.append(row)
      byRank[min(rank, Self.worst)].append(row)
    }

    mutating func append(_ others: RankedRows) {
      passed += others.passed
      for rank in byRank.indices { byRank[rank] += others.byRank[rank] }
    }

    func found(ranks: Bool) -> Found {
      Found(rows: ranks ? byRank.flatMap { $0 } : passed, passed: passed)
    }
  }
}
