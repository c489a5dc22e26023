/// The vetting tasks that are still to be done, the most pressing first: by due day, those without one
/// last, the earlier made first among equals.
package struct OpenTasks: Sendable {
  /// Their rows.
  package let rows: [Int32]
  /// How many of them were due before today.
  package let overdue: Int

  /// Finds them in one pass over the table's slots: a view of each of 300,000 tasks would take ten
  /// times as long.
  package init(_ workspace: Workspace, today: Day) {
    let table = workspace[.task]
    let (statusSlot, dueSlot) = (VettingTask.Slot.status, VettingTask.Slot.due)
    // Words are interned: few values come again and again.
    var known: [Int64: Bool] = [:]
    var last: (status: Int64, isOpen: Bool)?
    func isOpen(_ status: Int64) -> Bool {
      if let last, last.status == status { return last.isOpen }
      let isOpen: Bool
      if let found = known[status] {
        isOpen = found
      } else {
        isOpen =
          status == Table.absent
          || VettingTask.openStatuses.contains(workspace.texts.word(status))
        known[status] = isOpen
      }
      last = (status, isOpen)
      return isOpen
    }
    var keyed: [UInt64] = []
    let today = Self.key(due: Int64(today.number), row: 0)
    for row in 0..<table.count where isOpen(table[row, statusSlot]) && table.isPresent(row) {
      keyed.append(Self.key(due: table[row, dueSlot], row: row))
    }
    keyed.sort()
    rows = keyed.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    overdue = keyed.partitioningIndex { $0 >= today }
  }

  /// Due day and row in one word that sorts as they do.
  private static func key(due: Int64, row: Int) -> UInt64 {
    let day = due == Table.absent ? UInt32.max : UInt32(bitPattern: Int32(clamping: due)) ^ 1 << 31
    return UInt64(day) << 32 | UInt64(UInt32(truncatingIfNeeded: row))
  }
}

extension [UInt64] {
  /// The place of the first element that fits, in a sorted list.
  fileprivate func partitioningIndex(where fits: (UInt64) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
