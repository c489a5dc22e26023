import OfficeInMemory
import Testing

@testable import ConcordModel

@Suite("All rules together") struct RulesTogetherTests {
  /// A generator that gives the same numbers every time (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func one<Element>(_ choices: [Element], or other: Element) -> Element {
      choices.randomElement(using: &self) ?? other
    }
  }

  private struct Play {
    var office = MemoryOffice()
    var numbers: Numbers
    var partners: [RecordID] = []
    var made: [RecordID] = []

    /// Four partners of different kinds and tiers, with whom work goes on.
    mutating func begin() throws {
      let kinds = [("Ash", "fusion"), ("Birch", "police"), ("Cedar", "county"), ("Date", "vendor")]
      for (name, kind) in kinds {
        let id = try office.make(
          "partner", "name=\(name)", "kind=\(kind)", "tier=\(partners.count % 3 + 1)")
        partners.append(id)
        try office.run(
          Invocation("partner.stage", on: [id], ["stage": "active", "reason": "play"]))
      }
    }

    mutating func day(_ range: ClosedRange<Int> = -400...40) -> String {
      MemoryOffice.today.adding(days: Int.random(in: range, using: &numbers)).text
    }

    mutating func some() -> String { numbers.one(partners.map(\.text), or: "") }

    mutating func pair() -> String { some() + ", " + some() }

    mutating func fields(_ kind: String) -> [String] {
      switch kind {
      case "agreement":
        [
          "partners=\(pair())", "type=\(numbers.one(["dsa", "mou", "nda"], or: "dsa"))",
          "title=Paper \(made.count)",
          "state=\(numbers.one(["in-force", "in-review", "expired", "draft"], or: "draft"))",
          "effective=\(day())", "ends=\(day(-100...250))",
          "auto-renewal=\(numbers.one(["yes", "no", "no"], or: "no"))",
          "exercise-months=\(numbers.one(["6", "12"], or: "6"))",
        ]
      case "exchange":
        [
          "partner=\(some())", "date=\(day())",
          "direction=\(numbers.one(["given", "received", "received", "received"], or: "given"))",
          "kind=\(numbers.one(["data", "hours", "money"], or: "data"))",
          "quantity=\(numbers.one(["1", "1", "1", "80"], or: "1"))",
          "mission=\(numbers.one(["customs", "customs", "customs", "cybersecurity"], or: "customs"))",
        ]
      case "exercise":
        ["partners=\(some())", "date=\(day())", "kind=drill", "title=Drill"]
          + (made.last { $0.kind == .agreement }.map { ["agreement=\($0.text)"] } ?? [])
      case "engagement": ["partners=\(pair())", "date=\(day())", "topic=Talk"]
      case "access-fact":
        [
          "partner=\(some())", "from=\(day(-900...10))",
          "until=\(numbers.one([day(), "", ""], or: ""))",
          "kind=\(numbers.one(["clearance", "channel", "screening", "monitoring"], or: ""))",
        ]
      case "incident":
        [
          "partner=\(some())", "kind=breach", "title=Incident", "noticed=\(day())T10:00:00Z",
          "agreed-hours=\(numbers.one(["1", "8760"], or: "1"))",
        ]
      default:
        [
          "partner=\(some())", "name=\(numbers.one(["Imagery", "Boats"], or: "Boats"))",
          "needed=yes",
        ]
      }
    }

    /// What the rules have left undone, in a few words.
    func left() -> [String] {
      office.leftToRules().compactMap { operation in
        guard case .new(let id, let values, _) = operation else { return nil }
        return values.reduce(into: id.text) { text, named in
          if ["choice", "details", "rule", "title"].contains(named.name) {
            text += " \(named.value.text ?? "")"
          }
        }
      }
    }

    static let kinds = [
      "agreement", "exchange", "exchange", "exchange", "exchange", "exchange", "exercise",
      "engagement", "access-fact", "access-fact", "incident", "capability",
    ]

    /// One change of an ordinary day; what the commands refuse is none.
    mutating func step() throws {
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0:
        let stages = ["active", "active", "active", "suspended", "ended", "prospect"]
        let stage = numbers.one(stages, or: "active")
        try office.run(
          Invocation(
            "partner.stage", on: [numbers.one(partners, or: partners[0])],
            ["stage": stage, "reason": "play"]))
      case 1:
        guard let id = made.randomElement(using: &numbers), office.workspace.contains(id) else {
          return
        }
        try office.run(Invocation("record.end", on: [id], ["reason": "play"]))
      case 2, 3:
        guard let id = made.randomElement(using: &numbers), office.workspace.contains(id) else {
          return
        }
        var edit = Invocation("record.edit", on: [id])
        let word = office.workspace.fields[id.kind].word
        edit.answers["field"] = [numbers.one(fields(word), or: "note=x")]
        try office.run(edit)
      default:
        let kind = numbers.one(Self.kinds, or: "exchange")
        var invocation = Invocation("record.create")
        invocation.answers = ["kind": [kind], "field": fields(kind)]
        if let id = try office.run(invocation).records.first { made.append(id) }
      }
    }
  }

  @Test("whatever is changed, the rules have said all there is to say when the change is made")
  func nothingIsLeft() throws {
    let all = Set(RuleCatalogue.rules.map { $0.name })
    var spoken: Set<String> = []
    for seed in 1...12 as ClosedRange<UInt64> {
      if seed > 3, spoken == all { break }
      var play = Play(numbers: Numbers(state: seed))
      try play.begin()
      for step in 1...120 {
        do {
          try play.step()
        } catch is CommandError {
          continue
        }
        var left = play.left()
        try #require(left == [], "seed \(seed), step \(step)")
        guard step % 20 == 0 else { continue }
        play.office.turn(to: play.office.workspace.today.adding(days: 30))
        left = play.left()
        try #require(left == [], "seed \(seed), the day after step \(step)")
      }
      for row in play.office.workspace.rows(.flag) {
        if let rule = Flag(play.office.workspace, row).rule { spoken.insert(rule) }
      }
    }
    // A play in which some rule never spoke would prove nothing of it.
    #expect(spoken == all)
  }
}
