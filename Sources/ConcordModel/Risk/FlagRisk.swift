/// The ratings of one flag: as assessed, after its treatments, and where we mean to be.
public struct FlagRisk: Hashable, Sendable {
  /// What a treatment takes off.
  public struct Effect: Hashable, Sendable {
    /// Steps off likelihood, 0 to 4.
    public let likelihood: Int
    /// Steps off impact, 0 to 4.
    public let impact: Int
    /// Whether it works already; otherwise it is planned.
    public let isInForce: Bool

    /// An effect in steps.
    public init(likelihood: Int, impact: Int, isInForce: Bool) {
      self.likelihood = likelihood
      self.impact = impact
      self.isInForce = isInForce
    }
  }

  /// What the ratings say about each other.
  public enum Finding: String, Hashable, Sendable {
    /// Residual is at or under target.
    case met
    /// An error: the target is worse than the risk as assessed.
    case targetAboveInherent = "target-above-inherent"
    /// A warning: with all planned treatments in force it still stands above the target.
    case plannedNotEnough = "planned-not-enough"
  }

  /// As assessed.
  public let inherent: Rating
  /// After the treatments in force: their steps add up, never under 1.
  public let residual: Rating
  /// After all treatments, planned ones too.
  public let planned: Rating
  /// Where we mean to be, where somebody said.
  public let target: Rating?

  /// The ratings of a flag with these treatments.
  public init(inherent: Rating, target: Rating?, treatments: [Effect]) {
    var inForce = (likelihood: 0, impact: 0)
    var all = (likelihood: 0, impact: 0)
    for treatment in treatments {
      all.likelihood += treatment.likelihood
      all.impact += treatment.impact
      guard treatment.isInForce else { continue }
      inForce.likelihood += treatment.likelihood
      inForce.impact += treatment.impact
    }
    self.inherent = inherent
    self.target = target
    residual = inherent.reduced(likelihood: inForce.likelihood, impact: inForce.impact)
    planned = inherent.reduced(likelihood: all.likelihood, impact: all.impact)
  }

  /// What is to be said about residual and target; nothing without a target, and nothing while
  /// planned treatments are enough.
  ///
  /// Above and under are meant by score, which orders risks: (1,4) is under (2,3).
  public func findings(_ scale: RiskScale) -> [Finding] {
    guard let target else { return [] }
    let goal = scale.score(target)
    var findings: [Finding] = []
    if goal > scale.score(inherent) { findings.append(.targetAboveInherent) }
    if scale.score(residual) <= goal {
      findings.append(.met)
    } else if scale.score(planned) > goal {
      findings.append(.plannedNotEnough)
    }
    return findings
  }
}
