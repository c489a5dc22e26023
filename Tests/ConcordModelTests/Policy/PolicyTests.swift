import Testing

@testable import ConcordModel

@Suite("Policy")
struct PolicyTests {
  @Test("The default policy is the domain page's")
  func standard() throws {
    let policy = Policy.standard
    #expect([1, 2, 3].map { policy.reviewMonths(tier: $0) } == [12, 24, 36])
    #expect(policy.reviewMonths(tier: nil) == 36 && policy.reviewMonths(tier: 9) == 36)
    #expect([1, 2, 3].map { policy.tier($0).impactChange } == [1, 0, -1])
    #expect(policy.scale.othersWeight == 0.5)
    #expect(policy.secondPersonFrom == .high)
    #expect(policy.surge == SurgePolicy(flags: 50, neverHeldFrom: .high, neverHeldTier: 1))
    #expect(policy.rules.count == 17)
    let expiring = try #require(policy.rule("agreement.expiring"))
    #expect(expiring.category == .legal && expiring.thresholds["days"] == [90, 60, 30])
    #expect(
      expiring.ratings
        == [(2, 3), (3, 3), (4, 3)].map { Rating(clampedLikelihood: $0.0, impact: $0.1) }
    )
    #expect(policy.rule("alignment.gap")?.reverseCategory == .legal)
    #expect(policy.rule("no.such.rule") == nil)
    let roles = Catalogues.standard[.roles].keys
    #expect(policy.tiers.allSatisfy { roles.contains($0.approver) })
  }

  @Test("Treatments of the catalogue keep to the policy's limit")
  func treatmentLimit() {
    for category in RiskCategory.allCases {
      for treatment in Catalogues.standard.treatments(category) {
        let most = max(treatment.likelihoodEffect, treatment.impactEffect)
        #expect(most >= 1 && most <= Policy.standard.treatmentMostSteps, "\(treatment.key)")
      }
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: Int
    let sentence: String

    var testDescription: String { sentence }

    init(_ old: String, _ new: String, line: Int, _ sentence: String) {
      self.old = old
      self.new = new
      self.line = line
      self.sentence = sentence
    }
  }

  @Test(
    "What is wrong is refused with line, field and what to do",
    arguments: [
      Refusal(
        #""from": 5, "to": 20"#, #""from": 4, "to": 20"#, line: 15,
        "\"from\": this has to be 5, so that the bands neither overlap nor leave a gap"),
      Refusal(
        #""from": 21, "to": 79"#, #""from": 25, "to": 79"#, line: 16,
        "\"from\": this has to be 21, so that the bands neither overlap nor leave a gap"),
      Refusal(
        #""to": 100"#, #""to": 99"#, line: 18,
        "\"to\": this has to be 100, so that the bands neither overlap nor leave a gap"),
      Refusal(
        #""from": 0, "to": 4"#, #""from": 0, "to": 104"#, line: 14,
        "\"to\": 104 is out of range; write 0 to 100"),
      Refusal(
        #"{"level": "low","#, #"{"level": "minor","#, line: 15,
        "\"level\": \"minor\" is not known here; write one of low"),
      Refusal(
        #""very-low", "low", "low", "low", "moderate"]"#, #""very-low", "low", "low", "low"]"#,
        line: 9, "\"levels\": this list has 4 elements and needs 5"),
      Refusal(
        #""very-low", "low", "low", "low", "moderate"]"#,
        #""very-low", "low", "low", "low", "medium"]"#, line: 9,
        "\"levels\": \"medium\" is not known here; "
          + "write one of very-low, low, moderate, high, very-high"),
      Refusal(
        #"{"likelihood": 2"#, #"{"likelihood": 1"#, line: 10,
        "\"likelihood\": \"1\" stands in an earlier row already; remove one of them"),
      Refusal(
        #"{"likelihood": 2"#, #"{"likelihood": 0"#, line: 9,
        "\"likelihood\": 0 is out of range; write 1 to 5"),
      Refusal(
        #""review-months": 24"#, #""review-months": "24""#, line: 25,
        "\"review-months\": this has to be a whole number"),
      Refusal(
        #""others-weight-percent": 50"#, #""others-weight-percent": 0.5"#, line: 20,
        "\"others-weight-percent\": this has to be a whole number"),
      Refusal(
        #""review-months": 24"#, #""review-month": 24"#, line: 25,
        "\"review-month\": no such field; this row may hold "
          + "tier, review-months, approver, impact-change"),
      Refusal(
        #"  "zone": "America/New_York",\#n"#, "", line: 1,
        "\"zone\": this field is missing; add it"),
      Refusal(
        #""format": 1"#, #""format": 2"#, line: 2,
        "\"format\": format 2 is newer than this program; update the program"),
      Refusal(
        #""rule": "agreement.expiring", "category": "legal""#,
        #""rule": "agreement.expiring", "category": "law""#, line: 30,
        "\"category\": \"law\" is not known here; "
          + "write one of security, insider, inequity, control, legal"),
      Refusal(
        "[2, 3], [3, 3]", "[2, 3], [3, 6]", line: 30, "\"ratings\": 6 is out of range; write 1 to 5"
      ),
      Refusal(
        "[2, 3], [3, 3]", "[2, 3], [3]", line: 30,
        "\"ratings\": this list has 1 elements and needs 2"),
      Refusal(
        "shell\": true\n}", "shell\": true,\n}", line: 49,
        "expected a key in quotation marks but found \"}\""),
    ])
  func refusals(_ refusal: Refusal) throws {
    let text = try #require(EmbeddedData.files.first { "\($0.path)" == "policy.json" }).text
      .description
    let range = try #require(Self.range(of: refusal.old, in: text))
    let changed = text.replacingCharacters(in: range, with: refusal.new)
    let error = try #require(throws: CatalogueError.self) {
      try Policy.read(DataFile(name: "mine.json", bytes: Array(changed.utf8)))
    }
    #expect(error.position?.line == refusal.line)
    let expected = refusal.sentence
    #expect("\(error)".hasPrefix("mine.json, line \(refusal.line), column "))
    #expect("\(error)".hasSuffix(expected))
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
