/// Live flags counted in rows and columns: what `concord heatmap` and the forms of the heatmap show.
/// Levels are counted and compared, never averaged.
public struct HeatmapTable: Sendable {
  /// What stands in rows and columns.
  public enum Form: String, CaseIterable, Sendable {
    /// Likelihood by impact.
    case matrix
    /// Risk category by kind of partner.
    case categoryByKind = "category-kind"
    /// Partner by risk category, the worst first.
    case partnerByCategory = "partner-category"
  }

  /// A row or a column.
  public struct Head: Hashable, Sendable {
    /// A number, a catalogue's key or an id.
    public let key: String
    /// For people.
    public let words: String
  }

  /// What falls together.
  public struct Cell: Hashable, Sendable {
    /// Live flags in it.
    public internal(set) var flags = 0
    /// The worst of their levels; in the matrix the cell's own level, also where it is empty.
    public internal(set) var level: Level?

    package init(flags: Int = 0, level: Level? = nil) {
      self.flags = flags
      self.level = level
    }

    mutating func add(_ other: Level) {
      flags += 1
      level = max(level ?? .veryLow, other)
    }
  }

  /// What stands in rows and columns.
  public let form: Form
  /// Which ratings were counted.
  public let risk: RiskView
  /// The rows, from the top.
  public private(set) var rows: [Head] = []
  /// The columns, from the left.
  public private(set) var columns: [Head] = []
  /// The cells by row and column.
  public private(set) var cells: [[Cell]] = []
  /// Flags that were counted.
  public private(set) var flags = 0
  /// Live flags without the ratings that were asked for (nobody said a target).
  public private(set) var unrated = 0
  /// Partners with a counted flag.
  public private(set) var partners = 0
  /// Partners that are assessed, of all partners: what the figures cover.
  public private(set) var assessed = 0
  /// All partners.
  public private(set) var allPartners = 0

  /// Counts the live flags that a filter lets through.
  package init(
    _ form: Form, risk: RiskView = .residual, filter: FilterPlan, in workspace: Workspace
  ) {
    self.form = form
    self.risk = risk
    let found = counted(workspace, filter)
    flags = found.count
    partners = Set(found.compactMap(\.partner)).count
    for row in workspace.rows(.partner) {
      allPartners += 1
      if workspace.partnerFigure(row: row).isAssessed { assessed += 1 }
    }
    switch form {
    case .matrix: fillMatrix(found, workspace)
    case .categoryByKind: fillKinds(found, workspace)
    case .partnerByCategory: fillPartners(found, workspace)
    }
  }

  /// A flag as far as it is counted.
  private struct Counted {
    let row: Int
    let rating: Rating
    let level: Level
    let partner: Int?
  }

  private mutating func counted(_ workspace: Workspace, _ filter: FilterPlan) -> [Counted] {
    var found: [Counted] = []
    for row in workspace.rows(.flag) {
      guard let figure = workspace.flagFigure(row: row), figure.isLive,
        filter.rank(workspace, .flag, row) != nil
      else { continue }
      let rating: Rating? =
        switch risk {
        case .inherent: figure.inherent
        case .residual: figure.residual
        case .target: figure.target
        }
      guard let rating else {
        unrated += 1
        continue
      }
      found.append(
        Counted(
          row: row, rating: rating, level: workspace.policy.level(rating),
          partner: workspace.partnerRow(of: .flag, row: row)))
    }
    return found
  }

  // MARK: Forms

  private mutating func fillMatrix(_ found: [Counted], _ workspace: Workspace) {
    rows = (1...5).reversed().map { Head(key: String($0), words: "likelihood \($0)") }
    columns = (1...5).map { Head(key: String($0), words: "impact \($0)") }
    cells = (1...5).reversed().map { likelihood in
      (1...5).map { impact in
        Cell(
          level: Rating(likelihood: likelihood, impact: impact).map { workspace.policy.level($0) })
      }
    }
    for flag in found { cells[5 - flag.rating.likelihood][flag.rating.impact - 1].flags += 1 }
  }

  private mutating func fillKinds(_ found: [Counted], _ workspace: Workspace) {
    rows = categories(workspace)
    let kind = { (flag: Counted) in flag.partner.map { Partner(workspace, $0).kindKey } ?? "" }
    let present = Set(found.map(kind))
    columns = workspace.catalogues.kinds.filter { present.contains($0.key) }
      .map { Head(key: $0.key, words: $0.short) }
    fill(found, row: { Flag(workspace, $0.row).category }, column: kind)
  }

  private mutating func fillPartners(_ found: [Counted], _ workspace: Workspace) {
    let present = Set(found.compactMap(\.partner)).sorted { left, right in
      let scores = (
        workspace.partnerFigure(row: left).sortKey, workspace.partnerFigure(row: right).sortKey
      )
      return scores.0 != scores.1
        ? scores.0 > scores.1 : workspace[.partner].id(left) < workspace[.partner].id(right)
    }
    rows = present.map { row in
      let partner = Partner(workspace, row)
      return Head(key: partner.id.text, words: partner.name)
    }
    columns = categories(workspace)
    fill(
      found, row: { $0.partner.map { workspace[.partner].id($0).text } ?? "" },
      column: { Flag(workspace, $0.row).category })
  }

  private func categories(_ workspace: Workspace) -> [Head] {
    workspace.catalogues[.categories].entries.map { Head(key: $0.key, words: $0.short) }
  }

  private mutating func fill(
    _ found: [Counted], row: (Counted) -> String, column: (Counted) -> String
  ) {
    cells = rows.map { _ in columns.map { _ in Cell() } }
    let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.key, $0) })
    let columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.key, $0) })
    for flag in found {
      guard let row = rowPlaces[row(flag)], let column = columnPlaces[column(flag)] else {
        continue
      }
      cells[row][column].add(flag.level)
    }
  }
}
