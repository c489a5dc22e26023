import Testing

@testable import ConcordModel

/// What holds for any matrix and any bands that an office may set.
@Suite("Any risk scale")
struct RiskScalePropertyTests {
  @Test("4,000 random scales: a score never contradicts its level, shown or exact")
  func scoreWithinBand() throws {
    var random = SplitMix(seed: 0x5CA1E)
    for round in 0..<4_000 {
      let scale = try random.scale()
      for rating in Rating.all {
        let level = scale.level(rating)
        let band = scale.bands[level]
        let score = scale.score(rating)
        let trace: Comment = "round \(round), \(rating)"
        try #require(score >= Double(band.lowerBound) && score <= Double(band.upperBound), trace)
        try #require(scale.bands.level(shown: Score.shown(score)) == level, trace)
      }
      for level in Level.allCases {
        let cells = Rating.all.filter { scale.level($0) == level }.sorted {
          $0.product < $1.product
        }
        for (less, more) in zip(cells, cells.dropFirst()) {
          // More likelihood x impact never scores lower inside a level; equal scores the same.
          let isSame = less.product == more.product
          let (one, other) = (scale.score(less), scale.score(more))
          let isEmpty = scale.bands[level].count == 1
          try #require(isSame || isEmpty ? one == other : one < other, "round \(round)")
        }
      }
    }
  }

  @Test("4,000 random partners: another flag never lowers level or score, whatever the order")
  func rollUpIsMonotone() throws {
    var random = SplitMix(seed: 0xF1A65)
    for round in 0..<4_000 {
      let scale = try random.scale()
      var live: [PartnerRisk.Factor] = []
      var before = PartnerRisk(live: [], isAssessed: true, scale: scale)
      for _ in 0..<random.below(12) + 1 {
        live.insert(
          RollUpTests.factor(random.below(5) + 1, random.below(5) + 1),
          at: random.below(live.count + 1))
        let after = PartnerRisk(live: live, isAssessed: true, scale: scale)
        let (level, score) = (try #require(after.level), try #require(after.score))
        let trace: Comment = "round \(round), \(live)"
        try #require(level >= before.level ?? .veryLow, trace)
        try #require(score >= before.score ?? 0, trace)
        try #require(level == live.map { scale.level($0.residual) }.max(), trace)
        try #require(scale.bands.level(shown: Score.shown(score)) == level, trace)
        let shuffled = PartnerRisk(live: live.reversed(), isAssessed: true, scale: scale)
        try #require(shuffled.score == score, trace)
        before = after
      }
    }
  }
}

/// Numbers that a seed repeats.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  /// Any matrix, sensible or not, with any bands and any weight.
  mutating func scale() throws -> RiskScale {
    let rows = (0..<5).map { _ in (0..<5).map { _ in Level.allCases[below(5)] } }
    var cuts: Set<Int> = []
    while cuts.count < 4 { cuts.insert(below(100)) }
    var bands: [ClosedRange<Int>] = []
    for cut in cuts.sorted() + [100] { bands.append((bands.last?.upperBound ?? -1) + 1...cut) }
    return RiskScale(
      matrix: try #require(RiskMatrix(rows: rows)), bands: try #require(ScoreBands(bands)),
      othersWeight: Double(below(101)) / 100)
  }
}
