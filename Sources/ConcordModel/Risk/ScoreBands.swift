/// The part of the scale from 0 to 100 that each level has: one table for flags, partners,
/// colours and reports.
public struct ScoreBands: Hashable, Sendable {
  private let bands: [ClosedRange<Int>]

  /// Bands, very low first; nil unless they are five, each begins one above the end of the one
  /// before, the first at 0, and the last ends at 100.
  public init?(_ bands: [ClosedRange<Int>]) {
    guard bands.count == Level.allCases.count, bands.last?.upperBound == 100 else { return nil }
    var next = 0
    for band in bands {
      guard band.lowerBound == next else { return nil }
      next = band.upperBound + 1
    }
    self.bands = bands
  }

  /// The scores of a level, both ends included.
  public subscript(level: Level) -> ClosedRange<Int> { bands[level.rawValue] }

  /// The level of a score as it is shown, 0 to 100; beyond that, of the nearer end.
  public func level(shown score: Int) -> Level {
    Level.allCases.last { bands[$0.rawValue].lowerBound <= score } ?? .veryLow
  }
}
