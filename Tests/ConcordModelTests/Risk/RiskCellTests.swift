import Testing

@testable import ConcordModel

/// The cells and borders of the default scale, each a row.
@Suite("Cells and borders of the default scale")
struct RiskCellTests {
  private let scale = Policy.standard.scale

  // DOMAIN, Level, score, roll-up. Levels: NIST SP 800-30 r1, table I-2, cell by cell. Scores:
  // low + (top − low)(k − 1)/n with the bands of table I-3, by hand. The distinct products of a
  // level's cells: very low 1 to 5, low 4 5 6 8 10, moderate 9 10 12 15, high 15 16 20, very high
  // 20 25.
  static let cells: [(Int, Int, Level, Double)] = [
    (5, 1, .veryLow, 3.2), (5, 2, .low, 17), (5, 3, .moderate, 64.5), (5, 4, .high, 90),
    (5, 5, .veryHigh, 98),
    (4, 1, .veryLow, 2.4), (4, 2, .low, 14), (4, 3, .moderate, 50), (4, 4, .high, 85),
    (4, 5, .veryHigh, 96),
    (3, 1, .veryLow, 1.6), (3, 2, .low, 11), (3, 3, .moderate, 21), (3, 4, .moderate, 50),
    (3, 5, .high, 80),
    (2, 1, .veryLow, 0.8), (2, 2, .low, 5), (2, 3, .low, 11), (2, 4, .low, 14),
    (2, 5, .moderate, 35.5),
    (1, 1, .veryLow, 0), (1, 2, .veryLow, 0.8), (1, 3, .veryLow, 1.6), (1, 4, .low, 5),
    (1, 5, .low, 8),
  ]

  @Test("Likelihood and impact give a level and a score", arguments: cells)
  func cell(_ likelihood: Int, _ impact: Int, _ level: Level, _ score: Double) throws {
    let rating = try #require(Rating(likelihood: likelihood, impact: impact))
    #expect(scale.level(rating) == level)
    #expect(abs(scale.score(rating) - score) < 1e-9)
    #expect(Policy.standard.level(rating) == level)
    #expect(Policy.standard.score(rating) == scale.score(rating))
  }

  @Test("The table has a row for each of the 25 cells")
  func everyCell() {
    let cells = Set(Self.cells.map { Rating(clampedLikelihood: $0.0, impact: $0.1) })
    #expect(cells == Set(Rating.all) && Self.cells.count == 25)
  }

  // NIST SP 800-30 r1, table I-3: very low 0–4, low 5–20, moderate 21–79, high 80–95, very high
  // 96–100.
  @Test(
    "The borders of the bands",
    arguments: [
      (0, .veryLow), (4, .veryLow), (5, .low), (20, .low), (21, .moderate), (79, .moderate),
      (80, .high), (95, .high), (96, .veryHigh), (100, .veryHigh),
    ] as [(Int, Level)])
  func band(_ score: Int, _ level: Level) {
    #expect(scale.bands.level(shown: score) == level)
    #expect(scale.bands[level].contains(score))
  }

  // DOMAIN: "it is not symmetric: a level is looked up, never multiplied". Cells of one product
  // with two levels in table I-2.
  @Test(
    "Equal products do not make equal levels",
    arguments: [
      ((5, 1), .veryLow, (1, 5), .low), ((4, 1), .veryLow, (1, 4), .low),
      ((4, 1), .veryLow, (2, 2), .low), ((5, 2), .low, (2, 5), .moderate),
      ((5, 3), .moderate, (3, 5), .high), ((5, 4), .high, (4, 5), .veryHigh),
    ] as [((Int, Int), Level, (Int, Int), Level)])
  func asymmetry(
    _ one: (Int, Int), _ level: Level, _ other: (Int, Int), _ otherLevel: Level
  ) throws {
    let first = try #require(Rating(likelihood: one.0, impact: one.1))
    let second = try #require(Rating(likelihood: other.0, impact: other.1))
    #expect(first.product == second.product)
    #expect(scale.level(first) == level && scale.level(second) == otherLevel)
  }
}
