extension Policy {
  /// What a policy may say.
  static let fields = [
    "format", "words", "source", "zone", "matrix", "bands", "roll-up", "treatments",
    "allows-shell", "acceptance", "tiers", "surge", "rules",
  ]

  /// Reads a policy and checks it.
  ///
  /// Refused with file and line are a matrix that is not 5 by 5, bands that overlap or leave a
  /// gap, an unknown level, category, rule or field, and a number off its scale.
  ///
  /// - Parameter base: what holds where the file says nothing; nil where it has to say all.
  package static func read(
    _ file: DataFile, filling base: Policy? = nil
  ) throws(CatalogueError) -> Policy {
    let root = try file.root()
    try root.checkFormat()
    try root.onlyFields(fields)
    /// What the file says; where it says nothing, what is known.
    func said<Value>(
      _ field: String, else known: Value?, _ read: (DataRow) throws(CatalogueError) -> Value
    ) throws(CatalogueError) -> Value {
      if let known, !root.has(field) { return known }
      return try read(root)
    }
    return Policy(
      words: try said("words", else: base?.words) { row throws(CatalogueError) in
        try row.text("words")
      },
      zone: try said("zone", else: base?.zone) { row throws(CatalogueError) in
        try row.text("zone")
      },
      scale: RiskScale(
        matrix: try said("matrix", else: base?.scale.matrix, matrix),
        bands: try said("bands", else: base?.scale.bands, bands),
        othersWeight: try said("roll-up", else: base?.scale.othersWeight, othersWeight)),
      treatmentMostSteps: try said("treatments", else: base?.treatmentMostSteps, mostSteps),
      allowsShell: try said("allows-shell", else: base?.allowsShell ?? true) {
        row throws(CatalogueError) in try row.truth("allows-shell")
      },
      secondPersonFrom: try said(
        "acceptance", else: base?.secondPersonFrom, secondPersonFrom),
      tiers: try said("tiers", else: base?.tiers, tiers),
      surge: try said("surge", else: base?.surge, surge),
      rules: try said("rules", else: base?.rules) { row throws(CatalogueError) in
        try rules(row, filling: base?.rules)
      })
  }

  private static func othersWeight(_ root: DataRow) throws(CatalogueError) -> Double {
    let row = try root.row("roll-up")
    try row.onlyFields(["others-weight-percent"])
    return Double(try row.integer("others-weight-percent", in: 0...100)) / 100
  }

  private static func mostSteps(_ root: DataRow) throws(CatalogueError) -> Int {
    let row = try root.row("treatments")
    try row.onlyFields(["most-steps"])
    return try row.integer("most-steps", in: 1...4)
  }

  private static func secondPersonFrom(_ root: DataRow) throws(CatalogueError) -> Level {
    let row = try root.row("acceptance")
    try row.onlyFields(["second-person-from"])
    return try level(row, "second-person-from")
  }

  // MARK: Matrix and bands

  private static func matrix(_ root: DataRow) throws(CatalogueError) -> RiskMatrix {
    let rows = try root.rows("matrix")
    try count(rows, 5, root, "matrix")
    var levels: [[Level]] = Array(repeating: [], count: 5)
    for row in rows {
      try row.onlyFields(["likelihood", "levels"])
      let likelihood = try row.integer("likelihood", in: Rating.scale)
      let keys = try row.texts("levels")
      try count(keys, 5, row, "levels")
      guard levels[likelihood - 1].isEmpty else {
        throw row.error(.twice(String(likelihood)), field: "likelihood")
      }
      for key in keys { levels[likelihood - 1].append(try level(key, row, "levels")) }
    }
    guard let matrix = RiskMatrix(rows: levels) else {
      throw root.error(.count(found: rows.count, expected: 5), field: "matrix")
    }
    return matrix
  }

  private static func bands(_ root: DataRow) throws(CatalogueError) -> ScoreBands {
    let rows = try root.rows("bands")
    try count(rows, 5, root, "bands")
    var bands: [ClosedRange<Int>] = []
    for (row, level) in zip(rows, Level.allCases) {
      try row.onlyFields(["level", "from", "to"])
      let key = try row.text("level")
      if key != level.key {
        throw row.error(.unknownKey(key, known: [level.key]), field: "level")
      }
      let next = bands.last.map { $0.upperBound + 1 } ?? 0
      let low = try row.integer("from", in: 0...100)
      if low != next { throw row.error(.band(mustBe: next), field: "from") }
      let high = try row.integer("to", in: low...100)
      bands.append(low...high)
    }
    guard let checked = ScoreBands(bands) else {
      throw (rows.last ?? root).error(.band(mustBe: 100), field: "to")
    }
    return checked
  }

  // MARK: Tiers, surge, rules

  private static func tiers(_ root: DataRow) throws(CatalogueError) -> [TierPolicy] {
    let rows = try root.rows("tiers")
    try count(rows, 3, root, "tiers")
    var tiers: [TierPolicy] = []
    for (number, row) in zip(1...3, rows) {
      try row.onlyFields(["tier", "review-months", "approver", "impact-change"])
      tiers.append(
        TierPolicy(
          tier: try row.integer("tier", in: number...number),
          reviewMonths: try row.integer("review-months", in: 1...120),
          approver: try row.text("approver"),
          impactChange: try row.integer("impact-change", in: -4...4)))
    }
    return tiers
  }

  private static func surge(_ root: DataRow) throws(CatalogueError) -> SurgePolicy {
    let row = try root.row("surge")
    try row.onlyFields(["flags", "never-held-from", "never-held-tier"])
    return SurgePolicy(
      flags: try row.integer("flags", in: 1...1_000_000),
      neverHeldFrom: try level(row, "never-held-from"),
      neverHeldTier: try row.integer("never-held-tier", in: 0...3))
  }

  /// - Parameter base: the rules that there are, whose numbers hold where the file says nothing; nil
  ///   where any may be named.
  private static func rules(
    _ root: DataRow, filling base: [RulePolicy]?
  ) throws(CatalogueError) -> [RulePolicy] {
    var rules: [RulePolicy] = []
    for row in try root.rows("rules") {
      try row.onlyFields(["rule", "category", "reverse-category", "ratings", "thresholds"])
      let name = try row.text("rule")
      if rules.contains(where: { $0.rule == name }) {
        throw row.error(.twice(name), field: "rule")
      }
      let known = base?.first { $0.rule == name }
      if let base, known == nil, !row.file.isLenient {
        throw row.error(.unknownKey(name, known: base.map(\.rule)), field: "rule")
      }
      let pairs = try row.tuples("ratings", of: 2, in: Rating.scale)
      if pairs.isEmpty { throw row.error(.count(found: 0, expected: 1), field: "ratings") }
      rules.append(
        RulePolicy(
          rule: name, category: try category(row, "category"),
          reverseCategory: row.has("reverse-category")
            ? try category(row, "reverse-category") : nil,
          ratings: pairs.map { Rating(clampedLikelihood: $0[0], impact: $0[1]) },
          thresholds: try thresholds(row, filling: known?.thresholds)))
    }
    guard let base else { return rules }
    // In the order of what is known, and then what a newer version has added.
    return base.map { known in rules.first { $0.rule == known.rule } ?? known }
      + rules.filter { rule in !base.contains { $0.rule == rule.rule } }
  }

  private static func thresholds(
    _ row: DataRow, filling base: [String: [Int]]?
  ) throws(CatalogueError) -> [String: [Int]] {
    guard row.has("thresholds") else { return base ?? [:] }
    let inner = try row.row("thresholds")
    if let base { try inner.onlyFields(base.keys.sorted()) }
    var thresholds = base ?? [:]
    for member in inner.members {
      thresholds[member.key] = try inner.integers(member.key, in: 0...1_000_000)
    }
    return thresholds
  }

  // MARK: Steps

  private static func count<Element>(
    _ elements: [Element], _ expected: Int, _ row: DataRow, _ field: String
  ) throws(CatalogueError) {
    if elements.count != expected {
      throw row.error(.count(found: elements.count, expected: expected), field: field)
    }
  }

  private static func level(_ row: DataRow, _ field: String) throws(CatalogueError) -> Level {
    try level(try row.text(field), row, field)
  }

  private static func level(
    _ key: String, _ row: DataRow, _ field: String
  ) throws(CatalogueError) -> Level {
    guard let level = Level(key: key) else {
      throw row.error(.unknownKey(key, known: Level.allCases.map(\.key)), field: field)
    }
    return level
  }

  private static func category(
    _ row: DataRow, _ field: String
  ) throws(CatalogueError) -> RiskCategory {
    let key = try row.text(field)
    guard let category = RiskCategory(rawValue: key) else {
      throw row.error(
        .unknownKey(key, known: RiskCategory.allCases.map(\.rawValue)), field: field)
    }
    return category
  }
}
