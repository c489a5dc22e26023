/// The level of each likelihood and impact. It is looked up, never multiplied: it need not be
/// symmetric.
public struct RiskMatrix: Hashable, Sendable {
  private let levels: [Level]

  /// A matrix from its rows, likelihood 1 first, each with impact 1 first; nil unless 5 by 5.
  public init?(rows: [[Level]]) {
    guard rows.count == 5, rows.allSatisfy({ $0.count == 5 }) else { return nil }
    levels = Array(rows.joined())
  }

  /// The level of a cell.
  public func level(_ rating: Rating) -> Level { levels[rating.cell] }

  /// The distinct products, likelihood x impact, of all cells that have this level, upwards.
  public func products(of level: Level) -> [Int] {
    Set(Rating.all.filter { self.level($0) == level }.map(\.product)).sorted()
  }
}
