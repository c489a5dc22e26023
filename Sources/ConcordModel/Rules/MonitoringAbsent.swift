/// Much depends on the partner, it has access, and nobody watches what is done with it.
///
/// Access is every fact that is no safeguard itself, an originator's consent and an authority to
/// disclose as well: where something may go, someone has to look.
enum MonitoringAbsent: Rule {
  static let name = "monitoring.absent"
  static let words =
    "A partner of one of the policy's tiers has an access fact in force, and no monitoring is in "
    + "force."
  static let thresholds = ["tiers"]
  static let reads: Set<RecordKind> = [.accessFact]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let tiers = scope.numbers.thresholds["tiers"] ?? []
    let tier = scope.partner.effectiveTier
    guard tiers.contains(tier) else { return [] }
    let facts = scope.accessFacts.filter { $0.isInForce(on: scope.today) }
    guard !facts.contains(where: { $0.kind == AccessFact.monitoring }) else { return [] }
    let kinds = Set(facts.filter { !$0.isSafeguard }.map(\.kind)).sorted()
    guard !kinds.isEmpty else { return [] }
    let ways = WordList.joined(kinds.map { scope.words($0, in: .accessFacts) })
    return [
      RuleHit(
        title: "Access without monitoring",
        explanation: "This partner has access (\(ways)), and no monitoring is on record as in "
          + "force; it is of tier \(tier).",
        facts: kinds)
    ]
  }
}
