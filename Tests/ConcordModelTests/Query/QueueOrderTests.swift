import ConcordModel
import OfficeInMemory
import Testing

/// The order of the queue, one criterion a row.
@Suite struct QueueOrderTests {
  struct Spec: Sendable, CustomTestStringConvertible {
    let likelihood: Int
    let impact: Int
    let tier: Int?
    let age: Int
    let isToMe: Bool
    let steps: (Int, Int)

    var testDescription: String {
      let tier = tier.map { "\($0)" } ?? "none"
      let end = isToMe ? ", escalated to me" : ""
      return "(\(likelihood),\(impact)) − \(steps), tier \(tier), \(age) days old\(end)"
    }

    /// - Parameter steps: off likelihood and impact, by a treatment in force.
    init(
      _ likelihood: Int, _ impact: Int, tier: Int? = 2, age: Int = 5, toMe isToMe: Bool = false,
      steps: (Int, Int) = (0, 0)
    ) {
      self.likelihood = likelihood
      self.impact = impact
      self.tier = tier
      self.age = age
      self.isToMe = isToMe
      self.steps = steps
    }
  }

  // DOMAIN, Status, queue and decisions: "Order: escalated to me, residual level, score, tier, age."
  // In each row the first criterion that differs decides, and those after it speak against it. Levels
  // and scores: NIST SP 800-30 r1, table I-2, and DOMAIN's list of scores.
  static let pairs: [(Spec, Spec)] = [
    // Escalated to me goes before everything, level by level among themselves.
    (Spec(1, 1, tier: 3, age: 1, toMe: true), Spec(5, 5, tier: 1, age: 9)),
    (Spec(3, 3, tier: 3, age: 1, toMe: true), Spec(2, 2, tier: 1, age: 9, toMe: true)),
    // Level: low before very low, moderate before low, high, very high.
    (Spec(1, 4, tier: 3, age: 1), Spec(5, 1, tier: 1, age: 9)),
    (Spec(3, 3, tier: 3, age: 1), Spec(5, 2, tier: 1, age: 9)),
    (Spec(3, 5, tier: 3, age: 1), Spec(5, 3, tier: 1, age: 9)),
    (Spec(4, 5, tier: 3, age: 1), Spec(5, 4, tier: 1, age: 9)),
    // Residual, not inherent: (5,5) less (3,3) is (2,2).
    (Spec(3, 3, tier: 3, age: 1), Spec(5, 5, tier: 1, age: 9, steps: (3, 3))),
    // Score inside the level: high 90, 85, 80.
    (Spec(5, 4, tier: 3, age: 1), Spec(4, 4, tier: 1, age: 9)),
    (Spec(4, 4, tier: 3, age: 1), Spec(3, 5, tier: 1, age: 9)),
    // The exact score: 2.4 and 1.6 are both shown as 2.
    (Spec(4, 1, tier: 3, age: 1), Spec(3, 1, tier: 1, age: 9)),
    // Tier, where scores are the same: (3,4) and (4,3) are 50, (2,3) and (3,2) are 11.
    (Spec(3, 4, tier: 1, age: 1), Spec(4, 3, tier: 2, age: 9)),
    (Spec(4, 3, tier: 2, age: 1), Spec(3, 4, tier: 3, age: 9)),
    (Spec(2, 3, tier: 2, age: 1), Spec(3, 2, tier: nil, age: 9)),
    // No tier counts as 3: age decides, the older one first.
    (Spec(3, 3, tier: nil, age: 9), Spec(3, 3, tier: 3, age: 1)),
    (Spec(3, 3, tier: 3, age: 9), Spec(3, 3, tier: nil, age: 1)),
    (Spec(4, 3, tier: 1, age: 2), Spec(3, 4, tier: 1, age: 1)),
  ]

  @Test("the first stands before the second, whichever was made first", arguments: pairs)
  func order(_ first: Spec, _ second: Spec) throws {
    for isSwapped in [false, true] {
      var office = try Self.office()
      let one = try Self.raise(isSwapped ? second : first, "Ash County", &office)
      let other = try Self.raise(isSwapped ? first : second, "Birch County", &office)
      #expect(Self.queue(office) == (isSwapped ? [other, one] : [one, other]))
    }
  }

  @Test("all of them together stand in the order of the domain")
  func together() throws {
    let specs = [
      Spec(4, 5, tier: 3, age: 1, toMe: true), Spec(1, 1, tier: 3, age: 1, toMe: true),
      Spec(5, 5, tier: 3, age: 1), Spec(4, 5, tier: 3, age: 1), Spec(5, 4, tier: 2, age: 1),
      Spec(4, 4, tier: 1, age: 1), Spec(3, 5, tier: 1, age: 9), Spec(5, 3, tier: 3, age: 1),
      Spec(4, 3, tier: 1, age: 1), Spec(3, 4, tier: 2, age: 9), Spec(4, 3, tier: 2, age: 8),
      Spec(3, 4, tier: 3, age: 9), Spec(2, 5, tier: 1, age: 9), Spec(3, 3, tier: 1, age: 9),
      Spec(5, 5, tier: 1, age: 9, steps: (3, 3)), Spec(5, 1, tier: 1, age: 9),
    ]
    var office = try Self.office()
    var flags: [Int: RecordID] = [:]
    // 7 and 16 have no divisor in common: every place once, in another order.
    for number in specs.indices {
      let place = number * 7 % specs.count
      flags[place] = try Self.raise(specs[place], "Partner \(place)", &office)
    }
    #expect(Self.queue(office) == specs.indices.compactMap { flags[$0] })
  }

  private static func office() throws -> MemoryOffice {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    return office
  }

  /// A flag on a partner of its own, raised some days ago.
  private static func raise(
    _ spec: Spec, _ name: String, _ office: inout MemoryOffice
  ) throws -> RecordID {
    let now = office.now
    office.now = Instant(milliseconds: now.milliseconds - Int64(spec.age) * 86_400_000)
    let tier = spec.tier.map { "tier=\($0)" } ?? "tags=none"
    let partner = try office.make("partner", "name=\(name)", "kind=county", tier)
    let flag = try office.flag(partner, "legal", "Late", spec.likelihood, spec.impact)
    office.now = now
    if spec.isToMe {
      // By somebody else: nobody escalates to themselves.
      let author = office.author
      office.author = "m.ruiz"
      try office.run(Invocation("flag.escalate", on: [flag], ["to": "a.chen", "until": "+14d"]))
      office.author = author
    }
    if spec.steps != (0, 0) {
      _ = office.put(
        .treatment,
        [
          "flag": .text(flag.text), "name": .text("Audit"), "state": .text("in-force"),
          "likelihood-effect": .integer(Int64(spec.steps.0)),
          "impact-effect": .integer(Int64(spec.steps.1)),
        ])
    }
    return flag
  }

  private static func queue(_ office: MemoryOffice) -> [RecordID] {
    let actor = Actor(
      person: office.workspace.person(handle: "a.chen"), author: "a.chen",
      today: MemoryOffice.today)
    return TriageQueue(office.workspace, for: actor).entries(in: office.workspace).map(\.flag)
  }
}
