/// The fixed term of an agreement runs out.
enum AgreementExpiring: Rule {
  static let name = "agreement.expiring"
  static let words =
    "An agreement in force has an end, does not renew itself, and the end is near: the nearer, the "
    + "likelier. On its last day it still binds."
  static let thresholds = ["days"]
  static let reads: Set<RecordKind> = [.agreement]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let agreements = scope.agreements
    return agreements.compactMap { agreement in
      guard let ends = agreement.ends, !agreement.renewsItself,
        agreement.isInForce(on: scope.today)
      else { return nil }
      let steps = scope.numbers.thresholds["days"] ?? []
      let reached = steps.filter { ends.days(since: scope.today) <= $0 }.count
      // One that goes on from the day after takes its place, and nothing runs out.
      guard reached > 0,
        !agreements.contains(where: { $0.replaces(agreement, from: ends.adding(days: 1)) })
      else { return nil }
      let type = scope.words(agreement.type, in: .agreementTypes)
      return RuleHit(
        subject: agreement.id.text, title: "\(agreement.title) ends on \(ends)",
        explanation: "“\(agreement.title)” (\(type)) is in force until \(ends), does not renew "
          + "itself, and no newer agreement takes its place. "
          + "The policy warns \(WordList.joined(steps.map(String.init))) days before the end.",
        step: reached - 1, facts: [agreement.id.text, "ends \(ends)"])
    }
  }
}
