/// Live flags by risk category, kind of partner and level, in each view.
package struct KindCounts: Hashable, Sendable {
  /// Kinds that the catalogue has.
  package let kinds: Int
  private var counts: [Int32]

  /// Categories, and one place for what is none of them.
  private static let categories = RiskCategory.allCases.count + 1
  private static let levels = Level.allCases.count

  package init(kinds: Int) {
    self.kinds = kinds
    counts = Array(
      repeating: 0, count: RiskView.allCases.count * Self.categories * (kinds + 1) * Self.levels)
  }

  private func place(_ view: RiskView, _ category: Int, _ kind: Int) -> Int {
    let row =
      switch view {
      case .inherent: 0
      case .residual: 1
      case .target: 2
      }
    return ((row * Self.categories + category) * (kinds + 1) + kind) * Self.levels
  }

  /// Counts a flag in (+1) or out (−1).
  /// - Parameter levels: the level of each cell of a rating.
  package mutating func add(_ cells: FlagCells, levels: [Level], _ change: Int32) {
    guard cells.isLive, cells.category < Self.categories, cells.kind <= kinds else { return }
    add(cells, .inherent, levels, change)
    add(cells, .residual, levels, change)
    add(cells, .target, levels, change)
  }

  private mutating func add(
    _ cells: FlagCells, _ view: RiskView, _ levels: [Level], _ change: Int32
  ) {
    guard let rating = cells.rating(view) else { return }
    counts[place(view, cells.category, cells.kind) + levels[rating].rawValue] += change
  }

  /// Adds another's counts, of the same kinds.
  package mutating func add(_ other: KindCounts) {
    guard other.counts.count == counts.count else { return }
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  /// What is counted under all kinds together is counted here under none: takes off what is counted
  /// under one.
  package mutating func takeKindsOffNone() {
    for view in RiskView.allCases {
      for category in 0..<Self.categories {
        let none = place(view, category, 0)
        for level in 0..<Self.levels {
          for kind in stride(from: 1, through: kinds, by: 1) {
            counts[none + level] -= counts[none + kind * Self.levels + level]
          }
        }
      }
    }
  }

  /// Flags of a category and a kind of partner by level; both by their places from 1, 0 for what is
  /// in no catalogue.
  package func count(_ view: RiskView, category: Int, kind: Int, level: Level) -> Int {
    guard category < Self.categories, kind <= kinds else { return 0 }
    return Int(counts[place(view, category, kind) + level.rawValue])
  }

  /// How many there are of a category and a kind, and the worst of their levels.
  package func cell(_ view: RiskView, category: Int, kind: Int) -> HeatmapTable.Cell {
    var cell = HeatmapTable.Cell()
    for level in Level.allCases {
      let count = count(view, category: category, kind: kind, level: level)
      guard count > 0 else { continue }
      cell.flags += count
      cell.level = level
    }
    return cell
  }
}
