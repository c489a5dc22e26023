import Testing

@testable import ConcordModel

@Suite("The rules there are") struct RuleCatalogueTests {
  private let rules = RuleCatalogue.rules

  @Test("each stands in the policy, in its order, with the numbers that it cannot do without")
  func policy() throws {
    let names = Policy.standard.rules.map(\.rule)
    #expect(rules.map { $0.name } == names.filter { RuleCatalogue.rule($0) != nil })
    for rule in rules {
      let numbers = try #require(Policy.standard.rule(rule.name), "\(rule.name)")
      for threshold in rule.thresholds {
        #expect(numbers.thresholds[threshold]?.isEmpty == false, "\(rule.name) \(threshold)")
      }
      #expect(rule.thresholds.count == numbers.thresholds.count, "\(rule.name)")
    }
  }

  @Test("each says in a sentence when it speaks, and reads kinds that there are")
  func words() {
    for rule in rules {
      #expect(rule.words.last == "." && rule.words.first?.isUppercase == true, "\(rule.name)")
      #expect(!rule.reads.isEmpty, "\(rule.name)")
      for kind in rule.reads {
        #expect(FieldTable.standard.schemas.contains { $0.kind == kind }, "\(rule.name)")
      }
    }
  }

  @Test("a threshold by tier is its own number, or the last where there are fewer")
  func byTier() {
    func numbers(_ list: [Int]?) -> RulePolicy {
      RulePolicy(
        rule: "x", category: .legal, reverseCategory: nil, ratings: [],
        thresholds: list.map { ["d": $0] } ?? [:])
    }
    #expect((1...3).map { numbers([1, 2, 3]).threshold("d", tier: $0) } == [1, 2, 3])
    #expect((1...3).map { numbers([1, 2]).threshold("d", tier: $0) } == [1, 2, 2])
    #expect(numbers([]).threshold("d", tier: 1) == nil)
    #expect(numbers(nil).threshold("d", tier: 1) == nil)
  }
}
