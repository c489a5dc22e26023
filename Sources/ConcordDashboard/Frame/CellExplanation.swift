import ConcordModel

/// A cell of the heatmap: its level, how many flags stand in it, and which, the worst first.
enum CellExplanation {
  /// Flags that are named at the most.
  private static let most = 40

  static func of(_ cell: HeatmapCell, _ scene: Scene) -> Explanation {
    let workspace = scene.workspace
    let value = HeatmapNumbers(scene).value(cell)
    let title = HeatmapPane.words(cell, workspace)
    var lines: [String] = []
    if case .rating(let rating) = cell {
      lines.append(
        "Level \(workspace.policy.level(rating).words), "
          + "score \(Scores.exact(workspace.policy.score(rating))): likelihood \(rating.likelihood)"
          + " × impact \(rating.impact) in the policy’s matrix.")
      lines += ScoreSteps.lines(rating, scene)
    }
    let found = Flags(workspace.flagRows(in: cell, scene.risk), scene)
    lines.append(count(cell, value, found, scene))
    if let words = HeatmapNumbers(scene).differenceWords(value) {
      lines.append("That is \(words).")
    }
    if case .partner(let partner, _) = cell, let row = workspace.row(partner) {
      let figure = workspace.partnerFigure(row: row)
      if let level = figure.level, let score = figure.shownScore {
        lines.append("The partner, by all its live flags: \(level.words) \(score).")
      }
    }
    var flags: [Int: RecordID] = [:]
    if !found.worst.isEmpty { lines.append("") }
    for each in found.worst {
      let flag = Flag(workspace, each.row)
      for line in Self.lines(flag, each.rating, scene) {
        flags[lines.count] = flag.id
        lines.append(line)
      }
    }
    if value.flags > found.worst.count {
      lines.append(
        "  … and \(Numbers.grouped(value.flags - found.worst.count)) more; t takes all to Triage")
    }
    if !found.worst.isEmpty {
      lines += ["", "As a filter of flags: " + cell.flagFilter(scene.risk)]
    }
    return Explanation(title, lines, flags: flags)
  }

  /// A flag with what orders it: its score, the oldest first among equals.
  private struct Found: Comparable {
    let row: Int
    let rating: Rating
    let score: Double
    let raised: Int64

    static func < (left: Found, right: Found) -> Bool {
      (right.score, left.raised, left.row) < (left.score, right.raised, right.row)
    }
  }

  /// The flags of a cell: how many there are of each level, and the worst of them.
  private struct Flags {
    private(set) var worst: [Found] = []
    private(set) var counts: [Level: Int] = [:]

    init(_ rows: [Int], _ scene: Scene) {
      let workspace = scene.workspace
      for row in rows {
        guard let rating = workspace.flagFigure(row: row)?.rating(scene.risk) else { continue }
        counts[workspace.policy.level(rating), default: 0] += 1
        let raised = workspace.tables[RecordKind.flag.index][row, Flag.Slot.raised]
        let found = Found(
          row: row, rating: rating, score: workspace.policy.score(rating),
          raised: raised == Table.absent ? .max : raised)
        // There may be very many: only as many are kept in order as are named.
        if worst.count == most, let last = worst.last, last < found { continue }
        worst.insert(found, at: worst.firstIndex { found < $0 } ?? worst.count)
        if worst.count > most { worst.removeLast() }
      }
    }
  }

  private static func count(
    _ cell: HeatmapCell, _ value: HeatmapValue, _ found: Flags, _ scene: Scene
  ) -> String {
    guard value.flags > 0 else {
      return "No live flag stands here by \(scene.risk.rawValue) ratings."
    }
    let flags = Counted.words(value.flags, "live flag")
    let by = "by \(value.flags == 1 ? "its" : "their") \(scene.risk.rawValue) ratings"
    if case .rating = cell { return "\(flags), \(by):" }
    let counts = Level.allCases.reversed().compactMap { level in
      found.counts[level].map { "\(level.words) \($0)" }
    }
    return "\(flags), \(by): " + counts.joined(separator: ", ")
      + ". Level \(value.level?.words ?? "unknown"): the worst of them."
  }

  /// Such as `  85 high  No oversight body`, and `     Deltawave · M. Ruiz · 12d · rule x.y`.
  private static func lines(_ flag: Flag, _ rating: Rating, _ scene: Scene) -> [String] {
    let workspace = scene.workspace
    let level = workspace.policy.level(rating)
    var parts = [
      workspace.partnerName(flag.partner) ?? "no partner",
      workspace.personName(flag.owner) ?? "no owner",
    ]
    if let raised = flag.raised {
      parts.append(Numbers.age(scene.today.days(since: scene.day(raised))))
    }
    if let rule = flag.rule { parts.append("rule " + rule) }
    let score = String(Score.shown(workspace.policy.score(rating)))
    let padding = String(repeating: " ", count: max(0, 3 - score.count))
    return [
      "\(padding)\(score) \(level.words)  \(flag.title)", "    " + parts.joined(separator: " · "),
    ]
  }
}
