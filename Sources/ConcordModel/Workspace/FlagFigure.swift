/// What is worked out for a flag: ratings after treatments, levels, score.
public struct FlagFigure: Hashable, Sendable {
  /// As assessed.
  public let inherent: Rating
  /// After the treatments in force.
  public let residual: Rating
  /// Where to be; nil where nobody said.
  public let target: Rating?
  /// Level of the inherent ratings.
  public let inherentLevel: Level
  /// Level of the residual ratings.
  public let residualLevel: Level
  /// Exact residual score, 0 to 100.
  public let score: Double
  /// Whether it counts in the roll-up.
  public let isLive: Bool
  /// Whether a person has rated it.
  public let isRatedByPerson: Bool

  /// The score as people see it: rounded half up.
  public var shownScore: Int { Int((score + 0.5).rounded(.down)) }
}
