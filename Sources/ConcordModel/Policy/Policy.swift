/// The numbers that an office may set: matrix, bands, tiers, rules. A past day is judged by its
/// own policy.
public struct Policy: Sendable, Hashable {
  /// The policy that ships with the program, read once, when first asked for.
  ///
  /// It is embedded, and a test reads it; a program whose own data cannot be read stops here with
  /// the file and the line.
  public static let standard: Policy = {
    do throws(CatalogueError) {
      guard let file = DataFile.embedded("policy.json") else {
        throw CatalogueError(file: "data/policy.json", position: nil, reason: .noFile)
      }
      return try read(file)
    } catch {
      fatalError("\(error)")
    }
  }()

  /// What it is called.
  public let words: String
  /// The time zone that a new office starts with, by its IANA name.
  public let zone: String
  /// Levels, scores and the roll-up.
  public let scale: RiskScale
  /// The most steps that one treatment may take off likelihood or impact.
  public let treatmentMostSteps: Int
  /// Whether the dashboard may let its user's shell run.
  public let allowsShell: Bool
  /// Nobody accepts a risk of their own at this level or above.
  public let secondPersonFrom: Level
  /// By tier, 1 to 3.
  public let tiers: [TierPolicy]
  /// When many flags become one finding.
  public let surge: SurgePolicy
  /// The rules' numbers, in their order.
  public let rules: [RulePolicy]

  /// The level of a rating.
  public func level(_ rating: Rating) -> Level { scale.level(rating) }

  /// The exact score of a rating, 0 to 100.
  public func score(_ rating: Rating) -> Double { scale.score(rating) }

  /// The exact score of a partner from the scores of its live flags, the worst of this level.
  public func rollUp(_ scores: [Double], level: Level) -> Double {
    scale.rollUp(scores, level: level)
  }

  /// What follows from a tier. None, and one off the scale, counts as 3.
  public func tier(_ tier: Int?) -> TierPolicy {
    let number = tier.map { (1...3).contains($0) ? $0 : 3 } ?? 3
    return tiers[number - 1]
  }

  /// Months from a vetting decision to its end.
  public func reviewMonths(tier: Int?) -> Int { self.tier(tier).reviewMonths }

  /// The numbers of a rule.
  public func rule(_ name: String) -> RulePolicy? { rules.first { $0.rule == name } }
}
