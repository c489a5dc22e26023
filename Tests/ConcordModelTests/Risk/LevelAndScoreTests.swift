import Testing

@testable import ConcordModel

@Suite("Level and score")
struct LevelAndScoreTests {
  private let scale = Policy.standard.scale

  // NIST SP 800-30 r1, table I-2: rows likelihood very high to very low, columns impact very low
  // to very high.
  @Test(
    "The default matrix is SP 800-30's, cell by cell",
    arguments: [
      (5, "VL L M H VH"), (4, "VL L M H VH"), (3, "VL L M M H"), (2, "VL L L L M"),
      (1, "VL VL VL L L"),
    ])
  func matrix(_ likelihood: Int, _ row: String) throws {
    let found = try (1...5).map { impact in
      try scale.level(#require(Rating(likelihood: likelihood, impact: impact))).short
    }
    #expect(found.joined(separator: " ") == row)
  }

  // NIST SP 800-30 r1, table I-3, as whole numbers.
  @Test("The default bands are SP 800-30's, and every whole score has its level")
  func bands() {
    let bands = Level.allCases.map { scale.bands[$0] }
    #expect(bands == [0...4, 5...20, 21...79, 80...95, 96...100])
    for score in 0...100 {
      #expect(scale.bands[scale.bands.level(shown: score)].contains(score))
    }
    #expect(scale.bands.level(shown: -3) == .veryLow && scale.bands.level(shown: 120) == .veryHigh)
  }

  // The scores that the domain page lists for the default matrix.
  @Test(
    "The scores of each level",
    arguments: [
      (.veryLow, [0, 0.8, 1.6, 2.4, 3.2]), (.low, [5, 8, 11, 14, 17]),
      (.moderate, [21, 35.5, 50, 64.5]), (.high, [80, 85, 90]), (.veryHigh, [96, 98]),
    ] as [(Level, [Double])])
  func scoresOfLevel(_ level: Level, _ expected: [Double]) {
    let scores = Set(Rating.all.filter { scale.level($0) == level }.map(scale.score)).sorted()
    #expect(scores == expected)
  }

  // The domain page's vectors.
  @Test(
    "Vectors of single flags",
    arguments: [
      (4, 4, .high, 85), (4, 3, .moderate, 50), (3, 3, .moderate, 21), (2, 2, .low, 5),
      (3, 5, .high, 80), (2, 3, .low, 11), (4, 5, .veryHigh, 96), (5, 4, .high, 90),
      (5, 1, .veryLow, 3.2), (1, 5, .low, 8),
    ] as [(Int, Int, Level, Double)])
  func vectors(_ likelihood: Int, _ impact: Int, _ level: Level, _ score: Double) throws {
    let rating = try #require(Rating(likelihood: likelihood, impact: impact))
    #expect(scale.level(rating) == level)
    #expect(scale.score(rating) == score)
    #expect(scale.placement(of: rating).score == score)
  }

  @Test("Off the scale there is no rating; clamped ones end at the edge")
  func edges() {
    #expect(Rating(likelihood: 0, impact: 3) == nil)
    #expect(Rating(likelihood: 3, impact: 6) == nil)
    let clamped = Rating(clampedLikelihood: -1, impact: 9)
    #expect(clamped == Rating(likelihood: 1, impact: 5))
    #expect(Rating.all.count == 25)
    for (index, rating) in Rating.all.enumerated() { #expect(rating.cell == index) }
  }

  @Test(
    "Shown rounded half up, written with up to three decimals",
    arguments: [
      (53.694, 54, "53.694"), (35.5, 36, "35.5"), (64.5, 65, "64.5"), (0.8, 1, "0.8"),
      (2.4, 2, "2.4"), (10.728_31, 11, "10.728"), (0, 0, "0"), (100, 100, "100"),
      (97.8, 98, "97.8"), (0.05, 0, "0.05"),
    ])
  func shown(_ exact: Double, _ shown: Int, _ text: String) {
    #expect(Score.shown(exact) == shown)
    #expect(Score.text(exact) == text)
  }

  @Test("The arithmetic of one flag, step by step")
  func placement() throws {
    let rating = try #require(Rating(likelihood: 4, impact: 4))
    #expect(
      scale.placement(of: rating).sentences == [
        "likelihood 4, impact 4: the matrix says high",
        "4 x 4 = 16, place 2 of 3 among the products of high (15, 16, 20)",
        "80 + (95 - 80) x (2 - 1)/3 = 85",
      ])
  }

  @Test("Levels have keys, words and short words, in order")
  func levels() {
    #expect(Level.allCases.map(\.short) == ["VL", "L", "M", "H", "VH"])
    #expect(Level.allCases.map(\.words) == ["very low", "low", "moderate", "high", "very high"])
    #expect(Level.allCases.allSatisfy { Level(key: $0.key) == $0 } && Level(key: "High") == nil)
    #expect(Level.allCases == Level.allCases.sorted() && Level.moderate < .high)
  }
}
