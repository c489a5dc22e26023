/// People of the partner have access, and nobody has said for long that they were screened.
///
/// The first attestation is due one interval of the tier after access began, and so is the next one
/// after each attestation; one that has an end of its own holds no longer than that. Access that is
/// renewed without a gap goes on from its beginning: a clearance that is renewed every year would
/// else never be due.
enum PersonnelScreeningStale: Rule {
  static let name = "personnel.screening.stale"
  static let words =
    "People of the partner have access, and the last attestation that they were screened, or where "
    + "there is none the beginning of their access, is longer ago than the review interval of the "
    + "partner's tier."
  static let reads: Set<RecordKind> = [.accessFact]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let facts = scope.accessFacts
    let access = facts.filter(\.givesPeopleAccess)
    guard let began = AccessSpan.began(access, on: scope.today) else { return [] }
    let tier = scope.partner.effectiveTier
    let months = scope.workspace.policy.reviewMonths(tier: tier)
    let attested = facts.filter { fact in
      fact.kind == AccessFact.screening && (fact.from.map { $0 <= scope.today } ?? false)
    }
    let last = attested.max { ($0.from ?? began, $0.id) < ($1.from ?? began, $1.id) }
    var until = attested.compactMap { fact -> Day? in
      let due = fact.from?.adding(months: months)
      return [due, fact.until].compactMap { $0 }.min()
    }
    if last?.from.map({ $0 < began }) ?? true { until.append(began.adding(months: months)) }
    guard let until = until.max(), until < scope.today else { return [] }
    let kinds = Set(access.filter { $0.isInForce(on: scope.today) }.map(\.kind)).sorted()
    let ways = WordList.joined(kinds.map { scope.words($0, in: .accessFacts) })
    let due = "at tier \(tier) one is due every \(months) months"
    let people = "People there have access (\(ways)) since \(began). "
    guard let last, let from = last.from else {
      return [
        RuleHit(
          title: "No screening attestation since access began on \(began)",
          explanation: people + "No attestation that they were screened is on record; \(due).",
          facts: kinds + ["no attestation"])
      ]
    }
    let end = last.until.flatMap { $0 < scope.today ? ", and ended on \($0)" : nil }
    return [
      RuleHit(
        title: "Screening attestation of \(from) is out of date",
        explanation: people + "The last attestation that they were screened is of "
          + "\(from)\(end ?? ""); \(due).",
        facts: kinds + [last.id.text])
    ]
  }
}
