/// An agreement binds that counsel never saw.
enum AgreementLegalReviewMissing: Rule {
  static let name = "agreement.legal-review.missing"
  static let words =
    "An agreement is in force whose type needs counsel's review, and none is on record."
  static let reads: Set<RecordKind> = [.agreement]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    scope.agreementsInForce.compactMap { agreement in
      guard agreement.needsCounsel, agreement.counselReviewed == nil else { return nil }
      let type = scope.words(agreement.type, in: .agreementTypes)
      return RuleHit(
        subject: agreement.id.text, title: "\(agreement.title) has no counsel's review",
        explanation: "“\(agreement.title)” is in force. Its type, \(type), needs counsel's review, "
          + "and none is on record.",
        facts: [agreement.id.text, agreement.type])
    }
  }
}
