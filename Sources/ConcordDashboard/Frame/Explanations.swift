import ConcordModel

/// A partner's roll-up, flag by flag.
enum PartnerExplanation {
  static func of(row: Int, _ scene: Scene) -> Explanation {
    let workspace = scene.workspace
    let partner = Partner(workspace, row)
    let figure = partner.figure
    var lines: [String] = []
    guard let level = figure.level, let score = figure.score else {
      lines = [
        "Unassessed: no person has rated a flag and no vetting case was decided.",
        "Unknown is not zero; such partners sort apart.",
      ]
      return Explanation(partner.name, lines)
    }
    let live = workspace.flagRows(partnerRow: row).compactMap { flagRow in
      workspace.flagFigure(row: flagRow).map { (Flag(workspace, flagRow), $0) }
    }.filter { $0.1.isLive }.sorted { $0.1.score > $1.1.score }
    let atLeast = figure.isAssessed ? "" : "at least "
    lines.append(
      "\(atLeast)\(level.words), score \(Scores.exact(score)) (shown \(figure.shownScore ?? 0))")
    if live.isEmpty {
      lines.append("Assessed, and no live flag: very low, 0.")
      return Explanation(partner.name, lines)
    }
    lines.append("")
    lines.append(
      "Level = the worst residual level of its \(Counted.words(live.count, "live flag")).")
    var flags: [Int: RecordID] = [:]
    for (flag, figure) in live.prefix(12) {
      flags[lines.count] = flag.id
      lines.append(
        "  \(Scores.exact(figure.score))  \(figure.residualLevel.words)  "
          + "L\(figure.residual.likelihood) × I\(figure.residual.impact)  \(flag.title)")
    }
    if live.count > 12 { lines.append("  … and \(live.count - 12) more") }
    lines.append("")
    let weight = Scores.weight(workspace.policy.scale.othersWeight)
    lines.append("Score = s₁ + (top − s₁) × (1 − Π (1 − \(weight) s/100)) over the others;")
    lines.append(
      "s₁ = \(Scores.exact(live[0].1.score)), top = \(workspace.policy.scale.bands[level].upperBound)."
    )
    return Explanation(partner.name, lines, flags: flags)
  }
}

/// A flag's score.
enum FlagExplanation {
  static func of(row: Int, _ scene: Scene) -> Explanation? {
    let workspace = scene.workspace
    guard let figure = workspace.flagFigure(row: row) else { return nil }
    let flag = Flag(workspace, row)
    var lines = [
      "Inherent: likelihood \(figure.inherent.likelihood) × impact \(figure.inherent.impact): "
        + "\(figure.inherentLevel.words)  (\(Self.source(workspace.policy)))"
    ]
    let treatments = workspace.treatmentRows(flagRow: row).map { Treatment(workspace, $0) }
    for treatment in treatments {
      let counts =
        treatment.state == .inForce ? "in force" : treatment.state.rawValue + ", does not count yet"
      lines.append(
        "  \(treatment.name): likelihood −\(treatment.likelihoodEffect), "
          + "impact −\(treatment.impactEffect)  (\(counts))")
    }
    lines.append(
      "Residual: likelihood \(figure.residual.likelihood) × impact \(figure.residual.impact): "
        + "\(figure.residualLevel.words), score \(Scores.exact(figure.score))")
    lines += ScoreSteps.lines(figure.residual, scene)
    if let target = figure.target {
      lines.append(
        "Target: likelihood \(target.likelihood) × impact \(target.impact): \(workspace.policy.level(target).words)"
      )
    }
    lines.append("")
    lines.append(
      figure.isRatedByPerson ? "Rated by a person." : "Rated by rule until a person reassesses it.")
    return Explanation(flag.title, lines, about: figure.isLive ? flag.id : nil)
  }
}

/// Where the levels come from.
extension FlagExplanation {
  fileprivate static func source(_ policy: Policy) -> String {
    policy.scale.matrix == Policy.standard.scale.matrix
      ? "NIST SP 800-30, table I-2" : "the matrix of the office's own policy"
  }
}

/// How a rating comes to its score, step by step.
enum ScoreSteps {
  static func lines(_ rating: Rating, _ scene: Scene) -> [String] {
    scene.workspace.policy.scale.placement(of: rating).sentences.dropFirst().map { "  " + $0 }
  }
}

/// Exact scores, with up to three places.
enum Scores {
  /// The weight of every flag but the worst.
  static func weight(_ weight: Double) -> String { weight == 0.5 ? "½" : exact(weight) }

  static func exact(_ score: Double) -> String {
    let thousandths = Int((score * 1000).rounded())
    let (whole, rest) = (thousandths / 1000, thousandths % 1000)
    guard rest != 0 else { return String(whole) }
    var places = Digits.padded(rest, to: 3)
    while places.hasSuffix("0") { places.removeLast() }
    return "\(whole).\(places)"
  }
}
