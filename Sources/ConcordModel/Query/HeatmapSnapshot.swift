/// What the heatmap showed at the end of an earlier day: how many flags stood in each cell of each
/// form, without the records.
public struct HeatmapSnapshot: Sendable {
  /// The day.
  public let day: Day
  private let matrices: [RiskView: HeatmapCounts]
  private let kinds: KindCounts
  private let kindPlaces: [String: Int]
  /// The places of partners in `flags`, by the bits of their ids.
  private var places: [UInt64: Int32] = [:]
  /// For each of them and each view the flags by category.
  private var flags: [UInt32] = []

  private static let categories = RiskCategory.allCases.count
  private static let views: [RiskView] = [.inherent, .residual, .target]
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
          flags.append(UInt32(clamping: cell.flags))
        }
      }
    }
  }

  /// Flags that stood in a cell.
  public func count(_ cell: HeatmapCell, _ view: RiskView) -> Int {
    switch cell {
    case .rating(let rating):
      return matrices[view]?.count(likelihood: rating.likelihood, impact: rating.impact) ?? 0
    case .kind(let category, let kind):
      guard let category = RiskCategory(rawValue: category), let place = kindPlaces[kind] else {
        return 0
      }
      return kinds.cell(view, category: category.place, kind: place).flags
    case .partner(let partner, let category):
      guard let category = RiskCategory(rawValue: category), let place = places[partner.bits],
        let row = Self.views.firstIndex(of: view)
      else { return 0 }
      return Int(flags[Int(place) * Self.stride + row * Self.categories + category.place - 1])
    }
  }

  /// Live flags in all cells of the matrix.
  public func total(_ view: RiskView) -> Int { matrices[view]?.total ?? 0 }
}
