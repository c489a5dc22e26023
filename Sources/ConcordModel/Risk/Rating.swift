/// How likely a risk is and how much it would hurt: a cell of the matrix.
public struct Rating: Hashable, Sendable {
  /// The scale of likelihood and of impact: 1 very low to 5 very high.
  public static let scale = 1...5

  // There is one for each flag, several times: two bytes do.
  private let likelihoodByte: Int8
  private let impactByte: Int8

  /// 1 very low to 5 very high.
  public var likelihood: Int { Int(likelihoodByte) }
  /// 1 very low to 5 very high.
  public var impact: Int { Int(impactByte) }

  /// A rating; nil outside the scale.
  public init?(likelihood: Int, impact: Int) {
    guard Self.scale.contains(likelihood), Self.scale.contains(impact) else { return nil }
    likelihoodByte = Int8(likelihood)
    impactByte = Int8(impact)
  }

  /// A rating with whatever lies outside the scale moved to its end.
  public init(clampedLikelihood likelihood: Int, impact: Int) {
    likelihoodByte = Int8(min(max(likelihood, Self.scale.lowerBound), Self.scale.upperBound))
    impactByte = Int8(min(max(impact, Self.scale.lowerBound), Self.scale.upperBound))
  }

  /// Every rating, likelihood then impact, upwards.
  public static let all: [Rating] = scale.flatMap { likelihood in
    scale.map { Rating(clampedLikelihood: likelihood, impact: $0) }
  }

  /// Likelihood times impact, 1 to 25. It orders flags inside a level, and never makes the level.
  public var product: Int { likelihood * impact }

  /// The place in a table of 25: likelihood, then impact.
  package var cell: Int { (likelihood - 1) * 5 + impact - 1 }

  /// The rating after steps are taken off, never under 1.
  public func reduced(likelihood steps: Int, impact impactSteps: Int) -> Rating {
    Rating(clampedLikelihood: likelihood - steps, impact: impact - impactSteps)
  }

  /// The rating with its impact moved, kept on the scale: a rule's start, by tier.
  public func impactChanged(by change: Int) -> Rating {
    Rating(clampedLikelihood: likelihood, impact: impact + change)
  }

  /// Whether likelihood or impact stands above the other's: what ends an acceptance.
  public func exceeds(_ other: Rating) -> Bool {
    likelihood > other.likelihood || impact > other.impact
  }
}
