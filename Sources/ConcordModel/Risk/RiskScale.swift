/// Matrix and bands together: the level and score of every rating, and the roll-up.
///
/// A score orders flags inside a level and never contradicts it. With p₁ < … < pₙ the distinct
/// products likelihood x impact of the level's cells and k the place of the rating's product,
/// score = low + (top − low)(k − 1)/n.
public struct RiskScale: Hashable, Sendable {
  /// Levels by likelihood and impact.
  public let matrix: RiskMatrix
  /// Scores by level.
  public let bands: ScoreBands
  /// The weight of every flag but the worst in a roll-up, 0 to 1.
  public let othersWeight: Double

  private let scores: [Double]

  /// A scale; works out the 25 scores once. The weight is moved to 0 … 1.
  public init(matrix: RiskMatrix, bands: ScoreBands, othersWeight: Double) {
    self.matrix = matrix
    self.bands = bands
    self.othersWeight = min(max(othersWeight, 0), 1)
    scores = Rating.all.map { Self.placement(of: $0, matrix, bands).score }
  }

  /// The level of a rating.
  public func level(_ rating: Rating) -> Level { matrix.level(rating) }

  /// The exact score of a rating, 0 to 100.
  public func score(_ rating: Rating) -> Double { scores[rating.cell] }

  /// How the score of a rating comes about.
  public func placement(of rating: Rating) -> ScorePlacement {
    Self.placement(of: rating, matrix, bands)
  }

  /// The score of a partner whose worst live flag has `level`: s₁ + (top − s₁)(1 − Π over the
  /// others (1 − weight x s/100)). Without any score it is 0.
  ///
  /// One bad flag is never averaged away, and another never lowers the score.
  public func rollUp(_ scores: [Double], level: Level) -> Double {
    // In one order, so that the last bit does not hang on which flag came first.
    let ordered = scores.sorted(by: >)
    guard let worst = ordered.first else { return 0 }
    let spared = ordered.dropFirst().reduce(1) { $0 * remainder(of: $1) }
    let top = Double(bands[level].upperBound)
    return min(top, worst + (top - worst) * (1 - spared))
  }

  /// What another flag leaves of the room above the worst: 1 − weight x s/100.
  package func remainder(of score: Double) -> Double { 1 - othersWeight * score / 100 }

  private static func placement(
    of rating: Rating, _ matrix: RiskMatrix, _ bands: ScoreBands
  ) -> ScorePlacement {
    let level = matrix.level(rating)
    let products = matrix.products(of: level)
    let place = products.firstIndex(of: rating.product) ?? 0
    return ScorePlacement(
      rating: rating, level: level, band: bands[level], products: products, place: place + 1)
  }
}
