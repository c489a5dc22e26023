/// What the last changes touched: whoever has looked at the state before them brings up to date what
/// they touched, and nothing else.
struct RecentChanges: Sendable {
  private var changes: [(version: Int, rows: TouchedRows)] = []

  /// Changes that are remembered.
  private static let most = 16
  /// Rows of a change that is worth remembering: to look at all anew is quicker after a greater one.
  private static let mostRows = 4096

  /// Remembers what the change to `version` touched; nil: everything.
  mutating func note(_ version: Int, _ rows: TouchedRows?) {
    guard let rows, rows.count <= Self.mostRows else {
      changes = []
      return
    }
    if changes.count == Self.most { changes.removeFirst() }
    changes.append((version, rows))
  }

  /// What was touched after `old`, up to `version`; nil where that is not known.
  func since(_ old: Int, upTo version: Int) -> TouchedRows? {
    if old == version { return TouchedRows() }
    guard let first = changes.firstIndex(where: { $0.version == old + 1 }),
      changes.count - first == version - old
    else { return nil }
    var rows = TouchedRows()
    for change in changes[first...] { rows.formUnion(change.rows) }
    return rows
  }
}
