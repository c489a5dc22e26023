/// Nobody has talked to the partner for long.
///
/// Counts from the last engagement or the day on which the partner became active, whichever is later.
/// Where neither is on record nothing is counted and nothing said: an old register of partners
/// without dates would else be all flags on its first day.
enum ContactStale: Rule {
  static let name = "contact.stale"
  static let words =
    "The last engagement with the partner, or where there is none the day on which it became active, "
    + "is more days ago than the policy says for its tier."
  static let thresholds = ["days-by-tier"]
  static let reads: Set<RecordKind> = [.engagement]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let partner = scope.partner
    let tier = partner.effectiveTier
    guard let days = scope.numbers.threshold("days-by-tier", tier: tier) else { return [] }
    let last = scope.lastEngagement
    let known = [last?.date, partner.activeSince].compactMap { $0 }
    guard let since = known.max(), scope.today.days(since: since) > days else { return [] }
    let due = "At tier \(tier) one is due every \(days) days."
    guard let last, let date = last.date else {
      return [
        RuleHit(
          title: "No contact since it became active on \(since)",
          explanation: "No engagement is on record. \(due)", facts: ["no engagement"])
      ]
    }
    let isBefore = date < since
    return [
      RuleHit(
        title: "No contact since " + (isBefore ? "it became active on \(since)" : "\(since)"),
        explanation: "The last engagement was “\(last.topic)” on \(date). \(due)",
        facts: [last.id.text])
    ]
  }
}
