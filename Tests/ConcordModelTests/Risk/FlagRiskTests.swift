import Testing

@testable import ConcordModel

@Suite("Inherent, residual, target")
struct FlagRiskTests {
  private let scale = Policy.standard.scale

  private func rating(_ likelihood: Int, _ impact: Int) -> Rating {
    Rating(clampedLikelihood: likelihood, impact: impact)
  }

  private func effect(_ likelihood: Int, _ impact: Int, inForce: Bool) -> FlagRisk.Effect {
    FlagRisk.Effect(likelihood: likelihood, impact: impact, isInForce: inForce)
  }

  // The domain page's vector: inherent (4,4), −2 likelihood and −1 impact in force.
  @Test("Steps in force add up: (4,4) becomes (2,3), low 11")
  func residual() {
    let risk = FlagRisk(
      inherent: rating(4, 4), target: nil,
      treatments: [
        effect(2, 0, inForce: true), effect(0, 1, inForce: true), effect(1, 2, inForce: false),
      ])
    #expect(risk.residual == rating(2, 3) && risk.planned == rating(1, 1))
    #expect(scale.level(risk.residual) == .low && scale.score(risk.residual) == 11)
    #expect(risk.findings(scale).isEmpty)
  }

  @Test("Never under 1")
  func floor() {
    let much = [effect(4, 4, inForce: true), effect(4, 4, inForce: true)]
    let risk = FlagRisk(inherent: rating(3, 2), target: nil, treatments: much)
    #expect(risk.residual == rating(1, 1))
  }

  @Test(
    "Met, not enough, impossible",
    arguments: [
      ((4, 4), (2, 3), (2, 1), (0, 0), [.met]),
      ((4, 4), (2, 3), (0, 0), (2, 1), []),
      ((4, 4), (2, 3), (1, 0), (0, 0), [.plannedNotEnough]),
      ((4, 4), (4, 4), (0, 0), (0, 0), [.met]),
      ((2, 2), (5, 5), (0, 0), (0, 0), [.targetAboveInherent, .met]),
      // By score, not cell by cell: (1,4) scores 5, under the 11 of (2,3).
      ((4, 4), (2, 3), (3, 0), (0, 0), [.met]),
    ] as [((Int, Int), (Int, Int), (Int, Int), (Int, Int), [FlagRisk.Finding])])
  func findings(
    _ inherent: (Int, Int), _ target: (Int, Int), _ inForce: (Int, Int), _ planned: (Int, Int),
    _ expected: [FlagRisk.Finding]
  ) {
    let risk = FlagRisk(
      inherent: rating(inherent.0, inherent.1), target: rating(target.0, target.1),
      treatments: [
        effect(inForce.0, inForce.1, inForce: true), effect(planned.0, planned.1, inForce: false),
      ])
    #expect(risk.findings(scale) == expected)
  }

  @Test("An acceptance lapses when likelihood or impact rises above what it was made at")
  func exceeds() {
    #expect(rating(2, 4).exceeds(rating(3, 3)) && rating(4, 1).exceeds(rating(3, 3)))
    #expect(!rating(3, 3).exceeds(rating(3, 3)) && !rating(1, 3).exceeds(rating(3, 3)))
  }

  @Test("A rule's impact moves with the tier and stays on the scale")
  func impactByTier() {
    #expect(rating(3, 5).impactChanged(by: 1) == rating(3, 5))
    #expect(rating(3, 4).impactChanged(by: -1) == rating(3, 3))
  }
}
