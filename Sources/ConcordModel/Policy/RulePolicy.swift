/// The numbers of one rule that raises flags by itself.
public struct RulePolicy: Hashable, Sendable {
  /// The rule's name, such as `agreement.expiring`.
  public let rule: String
  /// The category of its flags.
  public let category: RiskCategory
  /// The category where the rule speaks the other way round (practised above declared).
  public let reverseCategory: RiskCategory?
  /// Likelihood and impact to start from, the mildest case first.
  public let ratings: [Rating]
  /// Its thresholds by name, such as `days`: 90, 60, 30.
  public let thresholds: [String: [Int]]

  /// The first number of a threshold.
  public func threshold(_ name: String) -> Int? { thresholds[name]?.first }

  /// The number for a tier, 1 to 3, of a threshold that has one for each; of a shorter list the last.
  public func threshold(_ name: String, tier: Int) -> Int? {
    guard let numbers = thresholds[name], let last = numbers.last else { return nil }
    return numbers.indices.contains(tier - 1) ? numbers[tier - 1] : last
  }
}
