import ConcordModel
import OfficeInMemory
import Testing

/// What treatments do to a flag's ratings, by the formula and in an office.
@Suite struct ResidualTests {
  struct Step: Sendable {
    let likelihood: Int
    let impact: Int
    let state: String

    init(_ likelihood: Int, _ impact: Int, _ state: String) {
      self.likelihood = likelihood
      self.impact = impact
      self.state = state
    }
  }

  struct Vector: Sendable, CustomTestStringConvertible {
    let inherent: (Int, Int)
    let steps: [Step]
    let residual: (Int, Int)
    let level: Level
    let score: Double

    var testDescription: String {
      "\(inherent) with \(steps.map { "−\($0.likelihood),−\($0.impact) \($0.state)" }) "
        + "is \(residual)"
    }
  }

  // DOMAIN, Level, score, roll-up: "Residual: after the treatments in force (each takes off its
  // steps, they add up, never under 1)". The third row is its vector. Levels and scores: NIST
  // SP 800-30 r1, table I-2, and DOMAIN's list of scores.
  static let vectors = [
    Vector(inherent: (4, 4), steps: [], residual: (4, 4), level: .high, score: 85),
    Vector(
      inherent: (4, 4), steps: [Step(2, 1, "planned")], residual: (4, 4), level: .high, score: 85),
    Vector(
      inherent: (4, 4), steps: [Step(2, 1, "in-force")], residual: (2, 3), level: .low, score: 11),
    Vector(
      inherent: (4, 4), steps: [Step(2, 0, "in-force"), Step(0, 1, "in-force")],
      residual: (2, 3), level: .low, score: 11),
    Vector(
      inherent: (4, 4), steps: [Step(2, 0, "in-force"), Step(0, 1, "planned")],
      residual: (2, 4), level: .low, score: 14),
    Vector(
      inherent: (4, 4), steps: [Step(2, 0, "in-force"), Step(0, 1, "withdrawn")],
      residual: (2, 4), level: .low, score: 14),
    Vector(
      inherent: (5, 5), steps: [Step(3, 3, "in-force"), Step(3, 3, "in-force")],
      residual: (1, 1), level: .veryLow, score: 0),
    Vector(
      inherent: (1, 5), steps: [Step(1, 0, "in-force")], residual: (1, 5), level: .low, score: 8),
    Vector(
      inherent: (5, 2), steps: [Step(0, 2, "in-force")], residual: (5, 1), level: .veryLow,
      score: 3.2),
    Vector(
      inherent: (3, 3), steps: [Step(1, 1, "withdrawn")], residual: (3, 3), level: .moderate,
      score: 21),
  ]

  @Test("Steps of treatments in force come off, and nothing else", arguments: vectors)
  func formula(_ vector: Vector) throws {
    let risk = FlagRisk(
      inherent: try rating(vector.inherent), target: nil,
      treatments: vector.steps.filter { $0.state != "withdrawn" }.map {
        FlagRisk.Effect(
          likelihood: $0.likelihood, impact: $0.impact, isInForce: $0.state == "in-force")
      })
    let residual = try rating(vector.residual)
    #expect(risk.residual == residual)
  }

  @Test("A flag's figures follow its treatments; inherent stays as assessed", arguments: vectors)
  func figures(_ vector: Vector) throws {
    var office = MemoryOffice()
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(
      partner, "control", "No oversight body", vector.inherent.0, vector.inherent.1)
    for (place, step) in vector.steps.enumerated() {
      try office.run(
        Invocation(
          "flag.mitigate", on: [flag],
          [
            "treatment": "measure \(place)", "likelihood": String(step.likelihood),
            "impact": String(step.impact),
          ]))
      guard step.state != "planned" else { continue }
      let row = try #require(office.workspace.row(flag))
      let made = try #require(
        office.workspace.treatmentRows(flagRow: row)
          .map { Treatment(office.workspace, $0) }.first { $0.name == "measure \(place)" })
      try office.run(Invocation("treatment.set", on: [made.id], ["state": step.state]))
    }
    let row = try #require(office.workspace.row(flag))
    let figure = try #require(office.workspace.flagFigure(row: row))
    let (inherent, residual) = (try rating(vector.inherent), try rating(vector.residual))
    #expect(figure.inherent == inherent && figure.residual == residual)
    #expect(figure.residualLevel == vector.level)
    #expect(abs(figure.score - vector.score) < 1e-9)
  }

  private func rating(_ cell: (Int, Int)) throws -> Rating {
    try #require(Rating(likelihood: cell.0, impact: cell.1))
  }
}
