/// Data moves, or people work together, and the agreement says of nobody that they watch over it.
enum AgreementOversightMissing: Rule {
  static let name = "agreement.oversight.missing"
  static let words =
    "An agreement in force covers data or joint operations, and names no oversight body and no "
    + "roles; likelier where it covers criminal intelligence."
  static let reads: Set<RecordKind> = [.agreement]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    scope.agreementsInForce.compactMap { agreement in
      guard agreement.oversight == nil, agreement.roles == nil else { return nil }
      let isOnCrime = agreement.dataCategories.contains(Agreement.criminalIntelligence)
      var covered: [(fact: String, words: String)] = []
      if isOnCrime {
        let key = Agreement.criminalIntelligence
        covered.append((key, scope.words(key, in: .dataCategories)))
      } else if agreement.coversData {
        covered.append(("data", "data"))
      }
      if agreement.coversOperations { covered.append(("operations", "joint operations")) }
      guard !covered.isEmpty else { return nil }
      return RuleHit(
        subject: agreement.id.text, title: "\(agreement.title) names no oversight body",
        explanation: "“\(agreement.title)” names no oversight body and no roles. "
          + "It covers \(WordList.joined(covered.map(\.words))).",
        step: isOnCrime ? 1 : 0, facts: [agreement.id.text] + covered.map(\.fact))
    }
  }
}
