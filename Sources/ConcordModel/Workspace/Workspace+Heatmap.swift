/// The heatmap in all its forms, from what is counted while changes come in.
extension Workspace {
  /// How many live flags stand in a cell, and the worst of their levels; of a rating its own level,
  /// whether any stands there or not.
  public func heatmapCell(_ cell: HeatmapCell, _ view: RiskView) -> HeatmapTable.Cell {
    switch cell {
    case .rating(let rating):
      var found = HeatmapTable.Cell()
      found.flags = heatmap(view).count(likelihood: rating.likelihood, impact: rating.impact)
      found.level = policy.level(rating)
      return found
    case .kind(let category, let kind):
      guard let category = RiskCategory(rawValue: category),
        let place = catalogues[.kinds].place(of: kind)
      else { return HeatmapTable.Cell() }
      return figures.kinds.cell(view, category: category.place, kind: place + 1)
    case .partner(let partner, let category):
      guard let category = RiskCategory(rawValue: category), let row = row(partner) else {
        return HeatmapTable.Cell()
      }
      return categoryCells(partnerRow: row, view)[category.place - 1]
    }
  }

  /// A partner's live flags by risk category, in the order of the categories.
  public func categoryCells(partner: RecordID, _ view: RiskView) -> [HeatmapTable.Cell] {
    row(partner).map { categoryCells(partnerRow: $0, view) }
      ?? Array(repeating: HeatmapTable.Cell(), count: RiskCategory.allCases.count)
  }

  /// The same by the partner's row.
  package func categoryCells(partnerRow row: Int, _ view: RiskView) -> [HeatmapTable.Cell] {
    var found = Array(repeating: HeatmapTable.Cell(), count: RiskCategory.allCases.count)
    let levels = ratingLevels
    forEachFlag(partnerRow: row) { flag in
      let cells = figures.cells[flag]
      guard cells.isLive, let rating = cells.rating(view),
        found.indices.contains(cells.category - 1)
      else { return }
      found[cells.category - 1].add(levels[rating])
    }
    return found
  }

  /// Live flags of partners whose kind the catalogue knows: all that stand in the form of categories
  /// by kinds.
  package func flagsOfKnownKind(_ view: RiskView) -> Int {
    var count = 0
    for category in RiskCategory.allCases {
      for kind in stride(from: 1, through: figures.kinds.kinds, by: 1) {
        count += figures.kinds.cell(view, category: category.place, kind: kind).flags
      }
    }
    return count
  }

  /// The kinds of partner that live flags are of, whatever their targets, in the catalogue's order.
  package var flaggedKinds: [CatalogueEntry] {
    catalogues[.kinds].entries.enumerated().filter { place, _ in
      RiskCategory.allCases.contains { category in
        figures.kinds.cell(.inherent, category: category.place, kind: place + 1).flags > 0
      }
    }.map(\.element)
  }

  /// The rows of the live flags in a cell, the oldest first.
  package func flagRows(in cell: HeatmapCell, _ view: RiskView) -> [Int] {
    switch cell {
    case .rating(let rating):
      return flagRows(FlagCells.Pattern(rating, view))
    case .kind(let category, let kind):
      guard let category = RiskCategory(rawValue: category),
        let place = catalogues[.kinds].place(of: kind)
      else { return [] }
      return flagRows(FlagCells.Pattern(category: category.place, kind: place + 1, view))
    case .partner(let partner, let category):
      guard let category = RiskCategory(rawValue: category), let row = row(partner) else {
        return []
      }
      let pattern = FlagCells.Pattern(category: category.place, kind: nil, view)
      var found: [Int] = []
      forEachFlag(partnerRow: row) { flag in
        if pattern.fits(figures.cells[flag]) { found.append(flag) }
      }
      return found.reversed()
    }
  }

  private func flagRows(_ pattern: FlagCells.Pattern) -> [Int] {
    var found: [Int] = []
    figures.cells.withUnsafeBufferPointer { cells in
      for row in cells.indices where pattern.fits(cells[row]) { found.append(row) }
    }
    return found
  }

  /// Calls `body` with the row of each flag of a partner that has figures, the newest first.
  package func forEachFlag(partnerRow row: Int, _ body: (Int) -> Void) {
    references.forEach(.flag, slot: Flag.Slot.partner, parent: .partner, parentRow: row) { flag in
      if flag < figures.cells.count, figures.cells[flag].isThere { body(flag) }
    }
  }

  /// Whether a live or past flag of a partner fits; none is looked at after the first that does.
  package func hasFlag(partnerRow row: Int, where fits: (Int) -> Bool) -> Bool {
    references.contains(.flag, slot: Flag.Slot.partner, parent: .partner, parentRow: row) {
      tables[RecordKind.flag.index].isPresent($0) && fits($0)
    }
  }
}
