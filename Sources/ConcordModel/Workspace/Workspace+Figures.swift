extension Workspace {
  /// Figures of a partner's row.
  public func partnerFigure(row: Int) -> PartnerFigure {
    row < figures.partners.count ? figures.partners[row] : PartnerFigure()
  }

  /// Figures of a flag's row; nil where the flag is gone or lacks ratings.
  public func flagFigure(row: Int) -> FlagFigure? {
    row < figures.flags.count ? figures.flags[row] : nil
  }

  /// Live flags by likelihood and impact.
  public func heatmap(_ risk: RiskView) -> HeatmapCounts {
    switch risk {
    case .inherent: figures.inherent
    case .residual: figures.residual
    case .target: figures.target
    }
  }

  /// The rows that were touched since a version; nil where that is not known, or was too much to tell.
  package func touchedRows(since version: Int) -> TouchedRows? {
    recent.since(version, upTo: self.version)
  }

  /// Remembers that the figures of a row, and of those above it, are to be made anew.
  package mutating func touch(_ kind: RecordKind, _ row: Int) {
    touched.insert(kind, row)
    switch kind {
    case .treatment:
      touchParent(.treatment, row, Treatment.Slot.flag, .flag)
    case .flag:
      touchParent(.flag, row, Flag.Slot.partner, .partner)
    case .task:
      touchParent(.task, row, VettingTask.Slot.partner, .partner)
    case .vettingCase:
      touchParent(.vettingCase, row, VettingCase.Slot.partner, .partner)
    default: break
    }
  }

  private mutating func touchParent(
    _ kind: RecordKind, _ row: Int, _ slot: Int, _ parent: RecordKind
  ) {
    guard !touched.everything else { return }
    guard let id = Self.reference(tables[kind.index][row, slot], [parent]),
      let parentRow = tables[parent.index].row(id.bits)
    else { return }
    touch(parent, parentRow)
  }

  /// Ends a change: makes the figures of all that it touched anew.
  package mutating func finishChange() { finishChange(OneByOne()) }

  /// Ends a change, with help where it has touched everything.
  package mutating func finishChange(_ work: some ParallelWork) {
    version += 1
    if touched.everything || touched.policy { takeUpPolicy() }
    if touched.everything {
      touched = TouchedRows()
      recent.note(version, nil)
      rebuildFigures(work)
      return
    }
    let rows = touched
    touched = TouchedRows()
    // Words and levels of all may be others by another policy.
    recent.note(version, rows.policy ? nil : rows)
    growFigures()
    for row in rows.flags { refreshFlag(Int(row)) }
    var partners = rows.partners
    for row in rows.flags { addPartner(of: Int(row), .flag, Flag.Slot.partner, to: &partners) }
    // A flag is counted under its partner's kind, which may be another one now.
    for row in partners { recountFlags(partnerRow: Int(row)) }
    let (table, texts) = (tables[RecordKind.partner.index], texts)
    for row in partners {
      refreshPartner(Int(row))
      names.update(row: Int(row), partners: table, texts: texts)
    }
  }

  private func addPartner(
    of row: Int, _ kind: RecordKind, _ slot: Int, to partners: inout Set<Int32>
  ) {
    if let id = Self.reference(tables[kind.index][row, slot], [.partner]),
      let partner = tables[RecordKind.partner.index].row(id.bits)
    {
      partners.insert(Int32(partner))
    }
  }

  private mutating func growFigures() {
    let flagRows = tables[RecordKind.flag.index].count
    while figures.flags.count < flagRows {
      figures.flags.append(nil)
      figures.cells.append(.none)
    }
    let partnerRows = tables[RecordKind.partner.index].count
    while figures.partners.count < partnerRows { figures.partners.append(PartnerFigure()) }
  }

  private mutating func rebuildFigures(_ work: some ParallelWork) {
    figures = FigureBuilder(self).make(work)
    names.rebuild(partners: tables[RecordKind.partner.index], texts: texts, work: work)
  }

  // MARK: One flag, one partner

  private mutating func refreshFlag(_ row: Int) {
    figures.count(figures.flags[row], -1)
    let figure = makeFlagFigure(row)
    figures.flags[row] = figure
    figures.count(figure, 1)
    var cells = FlagCells.none
    if let figure {
      let category = Flag(self, row).categoryPlace
      cells = FlagCells(figure, category: category)
      let partner = Self.reference(
        tables[RecordKind.flag.index][row, Flag.Slot.partner], [.partner])
      cells.kind = partner.flatMap { self.row($0) }.map { kindPlace(partnerRow: $0) } ?? 0
    }
    recount(row, as: cells)
  }

  /// Counts a flag where it stands now instead of where it stood.
  private mutating func recount(_ row: Int, as cells: FlagCells) {
    let before = figures.cells[row]
    guard cells != before else { return }
    let levels = ratingLevels
    figures.kinds.add(before, levels: levels, -1)
    figures.kinds.add(cells, levels: levels, 1)
    figures.cells[row] = cells
  }

  private mutating func recountFlags(partnerRow row: Int) {
    let isPresent = tables[RecordKind.partner.index].isPresent(row)
    let kind = isPresent ? kindPlace(partnerRow: row) : 0
    for flag in flagRows(partnerRow: row) where figures.cells[flag].kind != kind {
      var cells = figures.cells[flag]
      guard cells.isThere else { continue }
      cells.kind = kind
      recount(flag, as: cells)
    }
  }

  /// The place of a partner's kind in the catalogue, from 1; 0 for one that is not in it.
  private func kindPlace(partnerRow row: Int) -> Int {
    let word = tables[RecordKind.partner.index][row, Partner.Slot.kind]
    guard word != Table.absent else { return 0 }
    return (catalogues[.kinds].place(of: texts.word(word)) ?? -1) + 1
  }

  private func makeFlagFigure(_ row: Int) -> FlagFigure? {
    let table = tables[RecordKind.flag.index]
    guard table.isPresent(row),
      let inherent = Rating(
        likelihood: Int(clamping: table[row, Flag.Slot.likelihood]),
        impact: Int(clamping: table[row, Flag.Slot.impact]))
    else { return nil }
    var (likelihoodSteps, impactSteps) = (0, 0)
    for treatment in treatmentRows(flagRow: row) {
      let steps = Treatment(self, treatment)
      guard steps.state == .inForce else { continue }
      likelihoodSteps += steps.likelihoodEffect
      impactSteps += steps.impactEffect
    }
    let residual = inherent.reduced(likelihood: likelihoodSteps, impact: impactSteps)
    let flag = Flag(self, row)
    return FlagFigure(
      inherent: inherent, residual: residual, target: flag.target,
      inherentLevel: policy.level(inherent), residualLevel: policy.level(residual),
      score: policy.score(residual), isLive: flag.status.isLive,
      isRatedByPerson: table[row, Flag.Slot.ratedByRule] != 1)
  }

  /// Rows of the treatments of a flag that are not gone.
  package func treatmentRows(flagRow row: Int) -> [Int] {
    let table = tables[RecordKind.treatment.index]
    guard table.count > 0 else { return [] }
    return references.rows(.treatment, slot: Treatment.Slot.flag, parent: .flag, parentRow: row)
      .filter { table.isPresent($0) }
  }

  /// Rows of the flags of a partner that are not gone, the oldest first.
  package func flagRows(partnerRow row: Int) -> [Int] {
    let table = tables[RecordKind.flag.index]
    return references.rows(.flag, slot: Flag.Slot.partner, parent: .partner, parentRow: row)
      .filter { table.isPresent($0) }
  }

  /// Rows of the open tasks of a partner.
  package func openTaskRows(partnerRow row: Int) -> [Int] {
    references.rows(.task, slot: VettingTask.Slot.partner, parent: .partner, parentRow: row)
      .filter { VettingTask(self, $0).isOpen }
  }

  private mutating func refreshPartner(_ row: Int) {
    var figure = PartnerFigure()
    guard tables[RecordKind.partner.index].isPresent(row) else {
      figures.partners[row] = figure
      return
    }
    var scores: [Double] = []
    for flagRow in flagRows(partnerRow: row) {
      guard let flag = figures.flags[flagRow] else { continue }
      if flag.isRatedByPerson { figure.isAssessed = true }
      guard flag.isLive else { continue }
      figure.liveFlags += 1
      figure.level = max(figure.level ?? .veryLow, flag.residualLevel)
      scores.append(flag.score)
      let view = Flag(self, flagRow)
      figure.due = Self.earlier(figure.due, view.until ?? view.due)
    }
    for task in openTaskRows(partnerRow: row) {
      figure.openTasks += 1
      figure.due = Self.earlier(figure.due, VettingTask(self, task).due)
    }
    if caseRows(partnerRow: row).contains(where: { VettingCase(self, $0).outcome != nil }) {
      figure.isAssessed = true
    }
    if let level = figure.level {
      figure.score = policy.rollUp(scores, level: level)
    } else if figure.isAssessed {
      figure.level = .veryLow
      figure.score = 0
    }
    figures.partners[row] = figure
  }

  private static func earlier(_ left: Day?, _ right: Day?) -> Day? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  /// Rows of the vetting cases of a partner, the oldest first.
  package func caseRows(partnerRow row: Int) -> [Int] {
    let table = tables[RecordKind.vettingCase.index]
    return references.rows(
      .vettingCase, slot: VettingCase.Slot.partner, parent: .partner, parentRow: row
    ).filter { table.isPresent($0) }
  }

  /// How a partner stands: the newest decided case, and whether it is past its date.
  package func standing(row: Int) -> Standing {
    // Lists ask this of each row they show, so the cells are read as they stand.
    let table = tables[RecordKind.vettingCase.index]
    var last: (row: Int, outcome: VettingCase.Outcome, day: Int64)?
    for caseRow in caseRows(partnerRow: row) {
      let word = table[caseRow, VettingCase.Slot.outcome]
      guard word != Table.absent, let outcome = VettingCase.Outcome(rawValue: texts.word(word))
      else { continue }
      let decided = table[caseRow, VettingCase.Slot.decidedOn]
      let day = decided == Table.absent ? 0 : decided
      if last.map({ day > $0.day }) ?? true { last = (caseRow, outcome, day) }
    }
    guard let last else { return Partner(self, row).needsVetting ? .none : .notRequired }
    if last.outcome == .rejected { return .rejected }
    if let ends = VettingCase(self, last.row).ends, ends < today { return .stale }
    return last.outcome == .withConditions ? .withConditions : .inForce
  }
}
