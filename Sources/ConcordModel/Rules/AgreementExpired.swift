/// The term of an agreement is over, and work goes on without it.
enum AgreementExpired: Rule {
  static let name = "agreement.expired"
  static let words =
    "The term of an agreement is over, whether its state says so or not, and no newer agreement in "
    + "force takes its place; likelier and worse with something exchanged since. One that is "
    + "terminated or superseded is settled."
  static let reads: Set<RecordKind> = [.agreement, .exchange]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let agreements = scope.agreements
    return agreements.compactMap { agreement in
      guard isOver(agreement, scope.today),
        !agreements.contains(where: { $0.replaces(agreement, from: scope.today) })
      else { return nil }
      return hit(agreement, scope)
    }
  }

  private static func isOver(_ agreement: Agreement, _ today: Day) -> Bool {
    agreement.state == Agreement.expired
      || (agreement.isStateInForce && agreement.isPastEnd(on: today))
  }

  private static func hit(_ agreement: Agreement, _ scope: RuleScope) -> RuleHit {
    let type = scope.words(agreement.type, in: .agreementTypes)
    let named = "“\(agreement.title)” (\(type))"
    let alone = "no newer agreement in force takes its place"
    // Somebody may have said that it is expired, and not when: what was exchanged since is unknown.
    guard let ended = agreement.ends, ended < scope.today else {
      return RuleHit(
        subject: agreement.id.text, title: "\(agreement.title) is expired",
        explanation: "\(named) is marked as expired without the day on which it ended, and "
          + "\(alone).",
        facts: [agreement.id.text])
    }
    let since = scope.exchanges(on: ended.adding(days: 1)...scope.today).compactMap(\.date)
    let facts = [agreement.id.text, "ended \(ended)"]
    guard let last = since.max() else {
      return RuleHit(
        subject: agreement.id.text, title: "\(agreement.title) ended on \(ended)",
        explanation: "\(named) was in force until \(ended), and \(alone). "
          + "Nothing on record was exchanged since.",
        facts: facts)
    }
    return RuleHit(
      subject: agreement.id.text, title: "\(agreement.title) ended on \(ended)",
      explanation: "\(named) was in force until \(ended), and \(alone). The ledger has "
        + "\(Counted.words(since.count, "entry", "entries")) since, the last of \(last).",
      step: 1, facts: facts + ["exchanged since"])
  }
}
