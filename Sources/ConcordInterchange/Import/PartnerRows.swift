import ConcordModel

/// The rows of a file grouped by the partner that they are about, whatever their order says first.
///
/// Rows with a domain or an identifier in common are one group, rows with a web page in common where
/// their names agree. A group goes by the identity of its first row, its *leading key*; groups of one
/// leading key are one. Rows that bring ids along are told apart by these, whatever else they have in
/// common. So rows are never torn between two partners by what stands before them, and
/// a second reading of the same file groups the same.
struct PartnerRows {
  /// The rows of one partner.
  struct Group {
    /// Places of rows, in the order of the file.
    var rows: [Int]
    /// The key of its first row.
    var leadingKey: String
  }

  private var rows: [PartnerRow] = []

  subscript(row: Int) -> PartnerRow { rows[row] }

  /// Of the rows that show one page, the first so many are compared with the others.
  private static let mostComparisons = 20

  /// Takes in a row.
  mutating func add(_ row: PartnerRow) { rows.append(row) }

  /// Calls the bodies of parts by the names that they go by, both folded.
  mutating func rename(bodies: [String: String]) {
    for place in rows.indices where rows[place].facts.parentName != nil {
      rows[place] = PartnerRow(rows[place], bodies: bodies)
    }
  }

  /// The key of a row: its record's id where it names one.
  func key(_ row: Int) -> String {
    rows[row].facts.id.map { "ID\u{0}" + $0.text } ?? rows[row].identity.key
  }

  /// The id that a group brings along: all of its rows that bring one bring the same.
  func newID(of group: Group) -> RecordID? {
    group.rows.lazy.compactMap { rows[$0].facts.newID }.first
  }

  /// The groups in the order of their first rows.
  func groups() -> [Group] {
    var sets = RowSets(rows.map(\.facts.newID))
    var owners: [String: Int] = [:]
    owners.reserveCapacity(rows.count)
    var showing: [String: [Int]] = [:]
    for row in rows.indices {
      for mark in rows[row].marks {
        if let owner = owners[mark] { sets.join(owner, row) } else { owners[mark] = row }
      }
    }
    for row in rows.indices {
      for page in rows[row].pages {
        let others = (owners[page].map { [$0] } ?? []) + (showing[page] ?? [])
        if let twin = others.first(where: { agree($0, row) }) { sets.join(twin, row) }
        if others.count < Self.mostComparisons { showing[page, default: []].append(row) }
      }
    }
    var leaders: [String: Int] = [:]
    leaders.reserveCapacity(rows.count)
    for row in rows.indices where sets.first(of: row) == row {
      let key = key(row)
      if let leader = leaders[key] { sets.join(leader, row) } else { leaders[key] = row }
    }
    var groups: [Group] = []
    // The place of each group, at its first row.
    var places = [Int](repeating: -1, count: rows.count)
    for row in rows.indices {
      let first = sets.first(of: row)
      if places[first] >= 0 {
        groups[places[first]].rows.append(row)
      } else {
        places[first] = groups.count
        groups.append(Group(rows: [row], leadingKey: key(row)))
      }
    }
    return groups
  }

  private func agree(_ one: Int, _ two: Int) -> Bool {
    PartnerIdentity.agree(rows[one].identity.fold, rows[two].identity.fold)
  }
}
