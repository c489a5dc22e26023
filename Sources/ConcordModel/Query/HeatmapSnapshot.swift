/// What the heatmap showed at the end of an earlier day: how many flags stood in each cell of each
/// form, without the records.
public struct HeatmapSnapshot: Hashable, Sendable {
  /// The day.
  public let day: Day
  private let matrices: [RiskView: HeatmapCounts]
  private let kinds: KindCounts
  private let kindPlaces: [String: Int]
  /// The places of partners in `flags`, by the bits of their ids.
  private var places: [UInt64: Int32] = [:]
  /// For each of them and each view the flags by category, and the worst of their levels.
  private var flags: [UInt32] = []

  private static let categories = RiskCategory.allCases.count
  private static let views: [RiskView] = [.inherent, .residual, .target]
  private static let levelBits: UInt32 = 3
  private static let most = 1 << 29 - 1
  private static let stride = categories * views.count

  /// Counts what a workspace shows.
  /// - Parameter day: the day at whose end it stood so.
  public init(_ workspace: Workspace, day: Day) {
    self.day = day
    matrices = Dictionary(
      uniqueKeysWithValues: Self.views.map { ($0, workspace.heatmap($0)) })
    kinds = workspace.figures.kinds
    kindPlaces = Dictionary(
      workspace.catalogues[.kinds].entries.enumerated().map { ($1.key, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    let table = workspace[.partner]
    for row in workspace.rows(.partner) where workspace.partnerFigure(row: row).liveFlags > 0 {
      places[table.id(row).bits] = Int32(flags.count / Self.stride)
      for view in Self.views {
        for cell in workspace.categoryCells(partnerRow: row, view) {
          let level = cell.level.map { UInt32($0.rawValue + 1) } ?? 0
          flags.append(UInt32(min(cell.flags, Self.most)) << Self.levelBits | level)
        }
      }
    }
  }

  /// How many flags stood in a cell, and the worst of their levels; of a rating only how many.
  public func cell(_ cell: HeatmapCell, _ view: RiskView) -> HeatmapTable.Cell {
    switch cell {
    case .rating(let rating):
      var found = HeatmapTable.Cell()
      found.flags =
        matrices[view]?.count(likelihood: rating.likelihood, impact: rating.impact) ?? 0
      return found
    case .kind(let category, let kind):
      guard let category = RiskCategory(rawValue: category), let place = kindPlaces[kind] else {
        return HeatmapTable.Cell()
      }
      return kinds.cell(view, category: category.place, kind: place)
    case .partner(let partner, let category):
      guard let category = RiskCategory(rawValue: category), let place = places[partner.bits],
        let row = Self.views.firstIndex(of: view)
      else { return HeatmapTable.Cell() }
      let packed = flags[Int(place) * Self.stride + row * Self.categories + category.place - 1]
      var found = HeatmapTable.Cell()
      found.flags = Int(packed >> Self.levelBits)
      found.level = Level(rawValue: Int(packed & 7) - 1)
      return found
    }
  }

  /// Live flags in all cells of the matrix.
  public func total(_ view: RiskView) -> Int { matrices[view]?.total ?? 0 }
}
