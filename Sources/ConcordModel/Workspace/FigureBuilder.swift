/// Makes the figures of all flags and partners at once: the same numbers as the workspace makes one
/// by one, without a view of a record for each.
struct FigureBuilder: Sendable {
  private let flags: Table
  private let partners: Table
  private let tasks: Table
  private let cases: Table
  private let treatments: Table
  private let flagTreatments: ReverseIndex
  private let partnerFlags: ReverseIndex
  private let partnerTasks: ReverseIndex
  private let partnerCases: ReverseIndex
  private let policy: Policy
  private let words: Words
  /// Kinds of partner that the catalogue has.
  private let kinds: Int
  /// By the cell of a rating.
  private let levels: [Level]
  private let scores: [Double]

  /// The numbers of the words that figures hang on; one that never came is no row's.
  private struct Words: Sendable {
    let dismissed, closed, inForce, pending, inProgress: Int64
    let outcomes: [Int64]
    /// Categories in the order of their places.
    let categories: [Int64]
    /// The places of the kinds, from 1.
    let kinds: [Int64: Int]

    init(_ texts: TextPool, _ catalogues: Catalogues) {
      func number(_ word: String) -> Int64 { texts.number(of: word) ?? -1 }
      dismissed = number(FlagStatus.dismissed.rawValue)
      closed = number(FlagStatus.closed.rawValue)
      inForce = number(Treatment.State.inForce.rawValue)
      pending = number("pending")
      inProgress = number("in-progress")
      outcomes = VettingCase.Outcome.allCases.map { number($0.rawValue) }
      categories = RiskCategory.allCases.map { number($0.rawValue) }
      kinds = Dictionary(
        catalogues[.kinds].entries.enumerated().map { (number($1.key), $0 + 1) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Rows of a piece of work.
  private static let pieceRows = 16 * Table.chunkRows

  init(_ workspace: Workspace) {
    flags = workspace[.flag]
    partners = workspace[.partner]
    tasks = workspace[.task]
    cases = workspace[.vettingCase]
    treatments = workspace[.treatment]
    let references = workspace.references
    flagTreatments = references.index(.treatment, slot: Treatment.Slot.flag, parent: .flag)
    partnerFlags = references.index(.flag, slot: Flag.Slot.partner, parent: .partner)
    partnerTasks = references.index(.task, slot: VettingTask.Slot.partner, parent: .partner)
    partnerCases = references.index(
      .vettingCase, slot: VettingCase.Slot.partner, parent: .partner)
    policy = workspace.policy
    words = Words(workspace.texts, workspace.catalogues)
    kinds = workspace.catalogues[.kinds].entries.count
    levels = Rating.all.map { workspace.policy.level($0) }
    scores = Rating.all.map { workspace.policy.score($0) }
  }

  /// All figures.
  func make(_ work: some ParallelWork) -> FigureIndexes {
    var figures = FigureIndexes(kinds: kinds)
    var dates = Dates()
    dates.flags = [Int32](unsafeUninitializedCapacity: flags.count) { days, dayCount in
      figures.cells = [FlagCells](unsafeUninitializedCapacity: flags.count) { cells, cellCount in
        figures.flags = [FlagFigure?](unsafeUninitializedCapacity: flags.count) { rows, count in
          let target = FlagTarget(figures: rows, days: days, cells: cells)
          let counts = work.map(Self.pieces(flags.count)) { [self] in
            makeFlags(Self.rows($0, of: flags.count), target)
          }
          for piece in counts { figures.add(piece) }
          count = flags.count
        }
        cellCount = flags.count
      }
      dayCount = flags.count
    }
    let taskPieces = work.map(Self.pieces(tasks.count)) { [self] in
      taskDates(Self.rows($0, of: tasks.count))
    }
    dates.tasks.reserveCapacity(tasks.count)
    for piece in taskPieces { dates.tasks.append(contentsOf: piece) }
    let partnerPieces = figures.cells.withUnsafeMutableBufferPointer { cells in
      let target = CellTarget(cells: cells)
      return work.map(Self.pieces(partners.count)) { [self, dates] in
        makePartners(Self.rows($0, of: partners.count), dates, target)
      }
    }
    figures.partners.reserveCapacity(partners.count)
    for piece in partnerPieces {
      figures.partners.append(contentsOf: piece.figures)
      figures.kinds.add(piece.kinds)
    }
    figures.kinds.takeKindsOffNone()
    return figures
  }

  /// Where the figures of flags go, by row. The pieces of work write to parts that do not overlap.
  private struct FlagTarget: @unchecked Sendable {
    let figures: UnsafeMutableBufferPointer<FlagFigure?>
    let days: UnsafeMutableBufferPointer<Int32>
    let cells: UnsafeMutableBufferPointer<FlagCells>
  }

  /// Where the kinds of their partners go, by the row of a flag. No flag has two partners, so the
  /// pieces of work write to places of their own.
  private struct CellTarget: @unchecked Sendable {
    let cells: UnsafeMutableBufferPointer<FlagCells>
  }

  /// Partners, and the counts of their flags.
  private struct PartnerPiece: Sendable {
    var figures: [PartnerFigure]
    var kinds: KindCounts
  }

  /// What flags and tasks put on their partners' pages, in as few bytes as can be: partners look
  /// them up in no order.
  private struct Dates: Sendable {
    var flags: [Int32] = []
    var tasks: [Int32] = []

    /// Without a date.
    static let none = Int32.max
    /// A task that is not open.
    static let closed = Int32.min
  }

  private static func pieces(_ count: Int) -> Int { (count + pieceRows - 1) / pieceRows }

  private static func rows(_ piece: Int, of count: Int) -> Range<Int> {
    piece * pieceRows..<min(count, (piece + 1) * pieceRows)
  }

  // MARK: Flags

  private func makeFlags(_ range: Range<Int>, _ target: FlagTarget) -> FigureIndexes {
    var figures = FigureIndexes(kinds: kinds)
    let places = flags.layout.places
    let (stamp, gone) = (places[Table.Slot.stamp], places[Table.Slot.gone])
    let (likelihood, impact) = (places[Flag.Slot.likelihood], places[Flag.Slot.impact])
    let (wantedLikelihood, wantedImpact) = (
      places[Flag.Slot.targetLikelihood], places[Flag.Slot.targetImpact]
    )
    let (status, byRule) = (places[Flag.Slot.status], places[Flag.Slot.ratedByRule])
    let (until, due) = (places[Flag.Slot.until], places[Flag.Slot.due])
    let category = places[Flag.Slot.category]
    let hasTreatments = treatments.count > 0
    flags.forEach(range) { row, bytes, start in
      func slot(_ place: RowLayout.Place) -> Int64 { RowLayout.read(bytes, start, place) }
      let comesBack = slot(until)
      target.days.initializeElement(
        at: row, to: Self.date(comesBack == Table.absent ? slot(due) : comesBack))
      guard slot(stamp) != Table.absent, slot(gone) == Table.absent,
        let inherent = Rating(
          likelihood: Int(slot(likelihood)), impact: Int(slot(impact)))
      else {
        target.figures.initializeElement(at: row, to: nil)
        target.cells.initializeElement(at: row, to: .none)
        return
      }
      let residual = hasTreatments ? treated(inherent, row) : inherent
      let word = slot(status)
      let figure = FlagFigure(
        inherent: inherent, residual: residual,
        target: Rating(
          likelihood: Int(slot(wantedLikelihood)), impact: Int(slot(wantedImpact))),
        inherentLevel: levels[inherent.cell], residualLevel: levels[residual.cell],
        score: scores[residual.cell],
        isLive: word == Table.absent || word != words.dismissed && word != words.closed,
        isRatedByPerson: slot(byRule) != 1)
      target.figures.initializeElement(at: row, to: figure)
      let kind = slot(category)
      let cells = FlagCells(
        figure, category: (words.categories.firstIndex(of: kind) ?? -1) + 1)
      target.cells.initializeElement(at: row, to: cells)
      figures.count(figure, 1)
      figures.kinds.add(cells, levels: levels, 1)
    }
    return figures
  }

  private static func date(_ slot: Int64) -> Int32 {
    slot == Table.absent ? Dates.none : Int32(truncatingIfNeeded: slot)
  }

  // MARK: Tasks

  private func taskDates(_ range: Range<Int>) -> [Int32] {
    var dates: [Int32] = []
    dates.reserveCapacity(range.count)
    let places = tasks.layout.places
    let (stamp, gone) = (places[Table.Slot.stamp], places[Table.Slot.gone])
    let (status, due) = (places[VettingTask.Slot.status], places[VettingTask.Slot.due])
    tasks.forEach(range) { _, bytes, start in
      func slot(_ place: RowLayout.Place) -> Int64 { RowLayout.read(bytes, start, place) }
      let word = slot(status)
      let isOpen =
        slot(stamp) != Table.absent && slot(gone) == Table.absent
        && (word == Table.absent || word == words.pending || word == words.inProgress)
      dates.append(isOpen ? Self.date(slot(due)) : Dates.closed)
    }
    return dates
  }

  private func treated(_ inherent: Rating, _ row: Int) -> Rating {
    var (likelihood, impact) = (0, 0)
    flagTreatments.forEach(parent: row) { treatment in
      guard treatments.isPresent(treatment),
        treatments[treatment, Treatment.Slot.state] == words.inForce
      else { return }
      likelihood += number(treatments[treatment, Treatment.Slot.likelihoodEffect])
      impact += number(treatments[treatment, Treatment.Slot.impactEffect])
    }
    return inherent.reduced(likelihood: likelihood, impact: impact)
  }

  private func number(_ slot: Int64) -> Int { slot == Table.absent ? 0 : Int(slot) }

  // MARK: Partners

  private func makePartners(
    _ range: Range<Int>, _ dates: Dates, _ target: CellTarget
  ) -> PartnerPiece {
    var live: [Double] = []
    var counts = KindCounts(kinds: kinds)
    let figures = range.map { row in
      guard partners.isPresent(row) else { return PartnerFigure() }
      var figure = PartnerFigure()
      var due = Dates.none
      live.removeAll(keepingCapacity: true)
      let kind = words.kinds[partners[row, Partner.Slot.kind]] ?? 0
      partnerFlags.forEach(parent: row) { flag in
        var cells = target.cells[flag]
        if cells.isRatedByPerson { figure.isAssessed = true }
        cells.kind = kind
        target.cells[flag] = cells
        guard cells.isLive, let cell = cells.rating(.residual) else { return }
        if kind > 0 { counts.add(cells, levels: levels, 1) }
        figure.liveFlags += 1
        figure.level = max(figure.level ?? .veryLow, levels[cell])
        live.append(scores[cell])
        due = min(due, dates.flags[flag])
      }
      partnerTasks.forEach(parent: row) { task in
        guard dates.tasks[task] != Dates.closed else { return }
        figure.openTasks += 1
        due = min(due, dates.tasks[task])
      }
      partnerCases.forEach(parent: row) { place in
        guard !figure.isAssessed, cases.isPresent(place),
          words.outcomes.contains(cases[place, VettingCase.Slot.outcome])
        else { return }
        figure.isAssessed = true
      }
      if due != Dates.none { figure.due = Day(number: due) }
      if let level = figure.level {
        figure.score = policy.rollUp(live, level: level)
      } else if figure.isAssessed {
        figure.level = .veryLow
        figure.score = 0
      }
      return figure
    }
    return PartnerPiece(figures: figures, kinds: counts)
  }
}
