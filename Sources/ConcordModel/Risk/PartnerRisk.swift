/// The roll-up of a partner's live flags.
///
/// Unknown is not zero: a partner that nobody assessed has neither level nor score unless a rule
/// raised a flag, and then they are a lower bound.
public struct PartnerRisk: Hashable, Sendable {
  /// What level and score stand on.
  public enum Basis: String, Hashable, Sendable {
    /// A person rated a flag, or a case was decided.
    case assessed
    /// Only rules have spoken: shown as "at least".
    case atLeast = "at-least"
    /// Nobody looked; sorts apart.
    case unassessed
  }

  /// A live flag, as far as the roll-up needs it.
  public struct Factor: Hashable, Sendable {
    /// What the arithmetic calls it, such as the flag's title.
    public let label: String
    /// Its residual rating.
    public let residual: Rating
    /// Whether only a rule has rated it.
    public let isByRule: Bool

    /// A live flag under this label.
    public init(label: String, residual: Rating, isByRule: Bool = false) {
      self.label = label
      self.residual = residual
      self.isByRule = isByRule
    }
  }

  /// What level and score stand on.
  public let basis: Basis
  /// The worst of the live flags' residual levels; very low for an assessed partner without any.
  public let level: Level?
  /// The exact score, 0 to 100.
  public let score: Double?
  /// The live flags, the worst first.
  public let factors: [Factor]
  /// The scale that was used.
  public let scale: RiskScale

  /// Rolls up live flags. `isAssessed` says that a person assessed the partner otherwise: rated a
  /// flag that is no longer live, or decided a case.
  public init(live factors: [Factor], isAssessed: Bool, scale: RiskScale) {
    self.scale = scale
    // Stable: flags of one score keep the order that they came in.
    self.factors = factors.enumerated().sorted { left, right in
      let (one, other) = (scale.score(left.element.residual), scale.score(right.element.residual))
      return one != other ? one > other : left.offset < right.offset
    }.map(\.element)
    let isKnown = isAssessed || factors.contains { !$0.isByRule }
    basis = isKnown ? .assessed : factors.isEmpty ? .unassessed : .atLeast
    guard let worst = self.factors.first else {
      level = isKnown ? .veryLow : nil
      score = isKnown ? 0 : nil
      return
    }
    let worstLevel = scale.level(worst.residual)
    level = worstLevel
    score = scale.rollUp(factors.map { scale.score($0.residual) }, level: worstLevel)
  }

  /// The score as it is shown, rounded half up.
  public var shownScore: Int? { score.map(Score.shown) }
}
