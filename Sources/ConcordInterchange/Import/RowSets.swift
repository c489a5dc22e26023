import ConcordModel

/// Sets of rows that are joined one by one; rows that bring different ids along never are.
struct RowSets {
  private var sets: DisjointSets
  /// The id of each set, by its first row.
  private var ids: [RecordID?]

  /// A set of each row; rows of one id are one.
  init(_ ids: [RecordID?]) {
    sets = DisjointSets(count: ids.count)
    self.ids = ids
    var owners: [RecordID: Int] = [:]
    for (row, id) in ids.enumerated() {
      guard let id else { continue }
      if let owner = owners[id] { sets.join(owner, row) } else { owners[id] = row }
    }
  }

  /// The first row of a row's set.
  mutating func first(of row: Int) -> Int { sets.first(of: row) }

  /// Joins the sets of two rows, unless their ids tell them apart.
  mutating func join(_ one: Int, _ two: Int) {
    let (first, second) = (sets.first(of: one), sets.first(of: two))
    if let left = ids[first], let right = ids[second], left != right { return }
    let id = ids[first] ?? ids[second]
    sets.join(first, second)
    ids[min(first, second)] = id
  }
}
