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

  /// How many there are without a filter.
  package var count: Int { sorted.count }

  /// The rows that pass, the best matches first, in the order of the list among equals.
  package func rows(_ plan: FilterPlan, in workspace: Workspace) -> [Int32] {
    guard !plan.isEmpty else { return sorted }
    var result: [Int32] = []
    result.reserveCapacity(plan.ranks ? 256 : sorted.count / 4)
    guard plan.ranks else {
      for row in sorted where plan.rank(workspace, kind, Int(row)) != nil { result.append(row) }
      return result
    }
    var byRank: [[Int32]] = Array(repeating: [], count: 61)
    if kind == .partner, plan.isOnlyWords {
      // The whole run of names at once: what each letter of a filter waits for.
      workspace.names.withAll { bytes, starts, lengths in
        for row in sorted where Int(row) < starts.count {
          let start = Int(starts[Int(row)])
          let name = bytes[start..<start + Int(lengths[Int(row)])]
          if let rank = plan.rank(name: UnsafeBufferPointer(rebasing: name)) {
            byRank[min(rank, 60)].append(row)
          }
        }
      }
    } else {
      for row in sorted {
        if let rank = plan.rank(workspace, kind, Int(row)) { byRank[min(rank, 60)].append(row) }
      }
    }
    for rows in byRank { result.append(contentsOf: rows) }
    return result
  }
}
