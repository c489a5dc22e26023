extension PartnerRisk {
  /// One flag's part in the roll-up.
  public struct Term: Hashable, Sendable {
    /// The flag.
    public let factor: Factor
    /// Its level.
    public let level: Level
    /// Its exact score.
    public let score: Double
    /// What it leaves of the room above the worst, 0 to 1; 1 for the worst itself.
    public let remainder: Double
  }

  /// The roll-up flag by flag, the worst first.
  public var terms: [Term] {
    factors.enumerated().map { index, factor in
      let score = scale.score(factor.residual)
      return Term(
        factor: factor, level: scale.level(factor.residual), score: score,
        remainder: index == 0 ? 1 : scale.remainder(of: score))
    }
  }

  /// The arithmetic in words, one step a sentence, for `=`.
  public var sentences: [String] {
    guard let level, let score else {
      return ["unassessed: nobody has rated a flag or decided a case, and no rule has spoken"]
    }
    var lines: [String] = []
    let terms = terms
    guard let worst = terms.first else {
      return ["assessed, and no live flag: very low, 0"]
    }
    lines.append(
      "worst live flag: \(Self.named(worst)): \(level.words), \(Score.text(worst.score))")
    let others = terms.dropFirst()
    let top = scale.bands[level].upperBound
    if others.isEmpty {
      lines.append("no other live flag adds to it")
    } else {
      lines.append("room up to the top of \(level.words): \(top) - \(Score.text(worst.score))")
      for term in others {
        lines.append(
          "\(Self.named(term)): \(term.level.words), \(Score.text(term.score)); leaves "
            + "1 - \(Score.text(scale.othersWeight)) x \(Score.text(term.score))/100 "
            + "= \(Score.text(term.remainder)) of the room")
      }
      let spared = others.reduce(1) { $0 * $1.remainder }
      lines.append(
        "\(Score.text(worst.score)) + (\(top) - \(Score.text(worst.score))) x "
          + "(1 - \(Score.text(spared))) = \(Score.text(score))")
    }
    let shown = "\(basis == .atLeast ? "at least " : "")\(level.words), \(Score.shown(score))"
    lines.append(basis == .atLeast ? "\(shown): only rules have rated it" : "partner: \(shown)")
    return lines
  }

  private static func named(_ term: Term) -> String {
    let rating = term.factor.residual
    return "\(term.factor.label) (\(rating.likelihood),\(rating.impact))"
      + (term.factor.isByRule ? ", by rule" : "")
  }
}
