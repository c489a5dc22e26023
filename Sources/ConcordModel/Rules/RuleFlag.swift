/// A flag as a rule wants it to stand.
struct RuleFlag: Sendable {
  let id: RecordID
  let rule: String
  let hit: RuleHit
  let category: String
  /// From the policy's ratings, by the partner's tier.
  let rating: Rating
  let facts: String
  /// Whether it may wait in a finding where many of its kind come at once.
  let mayBeHeldBack: Bool

  /// - Returns: nil where the policy has no rating for it.
  init?(_ hit: RuleHit, _ scope: RuleScope, _ policy: Policy) {
    let numbers = scope.numbers
    let step = min(max(0, hit.step), numbers.ratings.count - 1)
    guard step >= 0, case let start = numbers.ratings[step] else { return nil }
    let partner = scope.partner
    let change = policy.tier(partner.tier).impactChange
    guard
      let rating = Rating(
        likelihood: start.likelihood, impact: min(5, max(1, start.impact + change)))
    else { return nil }
    id = .derived(.flag, from: [numbers.rule, partner.id.text, hit.subject])
    rule = numbers.rule
    self.hit = hit
    category =
      (hit.isReverse ? numbers.reverseCategory ?? numbers.category : numbers.category).rawValue
    self.rating = rating
    facts = FactsDigest.of(hit.facts)
    mayBeHeldBack =
      policy.level(rating) < policy.surge.neverHeldFrom
      && partner.effectiveTier != policy.surge.neverHeldTier
  }
}
