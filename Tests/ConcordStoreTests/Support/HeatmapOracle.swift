import ConcordModel

/// The heatmap counted anew from what the records say, field by field: their statuses, ratings and
/// treatments, and the matrix of the policy. It knows nothing of figures.
struct HeatmapOracle {
  private struct Value: Equatable {
    var flags = 0
    var level: Level?
  }

  private struct Key: Hashable {
    let view: RiskView
    let cell: HeatmapCell
  }

  private var values: [Key: Value] = [:]
  private(set) var totals: [RiskView: Int] = [:]

  init(_ workspace: Workspace) {
    for row in workspace.rows(.flag) {
      func number(_ name: String) -> Int? {
        guard case .integer(let value)? = workspace.storedValue(.flag, row: row, name) else {
          return nil
        }
        return Int(value)
      }
      func text(_ name: String) -> String? { workspace.storedValue(.flag, row: row, name)?.text }
      if text("status") == "dismissed" || text("status") == "closed" { continue }
      guard let likelihood = number("likelihood"), let impact = number("impact") else { continue }
      let (less, lessImpact) = Self.effects(on: workspace[.flag].id(row), workspace)
      var ratings: [RiskView: Rating] = [:]
      ratings[.inherent] = Rating(likelihood: likelihood, impact: impact)
      ratings[.residual] = Rating(
        likelihood: max(1, likelihood - less), impact: max(1, impact - lessImpact))
      if let wanted = number("target-likelihood"), let wantedImpact = number("target-impact") {
        ratings[.target] = Rating(likelihood: wanted, impact: wantedImpact)
      }
      let partner = text("partner").flatMap { RecordID($0) }.flatMap { workspace.row($0) }
      for (view, rating) in ratings {
        totals[view, default: 0] += 1
        let level = workspace.policy.scale.matrix.level(rating)
        add(.rating(rating), view, level)
        guard let partner, let category = text("category") else { continue }
        if let kind = workspace.storedValue(.partner, row: partner, "kind")?.text {
          add(.kind(category: category, kind: kind), view, level)
        }
        add(.partner(workspace[.partner].id(partner), category: category), view, level)
      }
    }
  }

  /// Steps that the treatments in force take off.
  private static func effects(on flag: RecordID, _ workspace: Workspace) -> (Int, Int) {
    var (likelihood, impact) = (0, 0)
    for row in workspace.rows(.treatment) {
      func value(_ name: String) -> FieldValue? {
        workspace.storedValue(.treatment, row: row, name)
      }
      guard value("flag")?.text == flag.text, value("state")?.text == "in-force" else { continue }
      if case .integer(let steps)? = value("likelihood-effect") { likelihood += Int(steps) }
      if case .integer(let steps)? = value("impact-effect") { impact += Int(steps) }
    }
    return (likelihood, impact)
  }

  private mutating func add(_ cell: HeatmapCell, _ view: RiskView, _ level: Level) {
    var value = values[Key(view: view, cell: cell)] ?? Value()
    value.flags += 1
    value.level = max(value.level ?? .veryLow, level)
    values[Key(view: view, cell: cell)] = value
  }

  /// The cells in which a workspace shows something else; each with what it should be.
  func differences(_ workspace: Workspace) -> [String] {
    var cells: [HeatmapCell] = Rating.all.map { .rating($0) }
    let partners = workspace.rows(.partner).map { workspace[.partner].id($0) }
    for category in RiskCategory.allCases.map(\.rawValue) {
      cells += workspace.catalogues.kinds.map { .kind(category: category, kind: $0.key) }
      cells += partners.map { .partner($0, category: category) }
    }
    var found: [String] = []
    for view in RiskView.allCases {
      if workspace.heatmap(view).total != totals[view] ?? 0 { found.append("total of \(view)") }
      for cell in cells {
        var wanted = values[Key(view: view, cell: cell)] ?? Value()
        // A rating's own level stands there, whether a flag does or not.
        if case .rating(let rating) = cell {
          wanted.level = workspace.policy.scale.matrix.level(rating)
        }
        let shown = workspace.heatmapCell(cell, view)
        let rows = workspace.flagRows(in: cell, view)
        if Value(flags: shown.flags, level: shown.level) != wanted || rows.count != wanted.flags {
          found.append("\(cell), \(view): \(shown) and \(rows.count) rows, not \(wanted)")
        }
      }
    }
    return found
  }
}
