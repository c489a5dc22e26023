/// Finds the flags that wait for a person by their rows' slots: a view of each of hundreds of thousands
/// would take several times as long.
struct QueueReader: Sendable {
  private let workspace: Workspace
  private let flags: Table
  private let partners: Table
  private let actor: Actor
  /// The person, as a reference's slot has it.
  private let me: Int64
  /// The statuses by the numbers of their words.
  private let statuses: [(number: Int64, status: FlagStatus)]

  init(_ workspace: Workspace, _ actor: Actor) {
    self.workspace = workspace
    self.actor = actor
    flags = workspace[.flag]
    partners = workspace[.partner]
    me = actor.person.map { Int64(bitPattern: $0.bits) } ?? Table.absent
    statuses = FlagStatus.allCases.compactMap { status in
      workspace.texts.number(of: status.rawValue).map { ($0, status) }
    }
  }

  /// The entry of a flag; nil where it needs no decision of this person.
  func entry(row: Int) -> TriageQueue.Entry? {
    // What is neither mine, nobody's, nor escalated to me is passed by without a closer look.
    let owner = flags[row, Flag.Slot.owner]
    let isMine = owner == Table.absent || owner == me
    let isToMe = me != Table.absent && flags[row, Flag.Slot.escalatedTo] == me
    guard isMine || isToMe, let figure = workspace.flagFigure(row: row), figure.isLive,
      let reason = reason(row: row, figure, isMine: isMine, isToMe: isToMe)
    else { return nil }
    let raised = flags[row, Flag.Slot.raised]
    return TriageQueue.Entry(
      flag: flags.id(row), row: row, reason: reason, level: figure.residualLevel.rawValue,
      score: figure.score, tier: tier(row: row), raised: raised == Table.absent ? 0 : raised)
  }

  func reason(
    row: Int, _ figure: FlagFigure, isMine: Bool, isToMe: Bool
  ) -> TriageQueue.Reason? {
    let status = status(row: row)
    if status == .escalated, isToMe { return .escalatedToMe }
    guard isMine || isToMe && status == .snoozed else { return nil }
    if status == .open { return .open }
    if let until = day(row, Flag.Slot.until), until <= actor.today { return .back(until) }
    if status == .treating, let due = day(row, Flag.Slot.due), due < actor.today {
      return .overdue(due)
    }
    if status != .escalated, let decided = decided(row: row),
      figure.residual.likelihood > decided.likelihood || figure.residual.impact > decided.impact
    {
      return .ratingRose
    }
    return nil
  }

  /// A status of a newer version counts as open.
  private func status(row: Int) -> FlagStatus {
    let number = flags[row, Flag.Slot.status]
    return statuses.first { $0.number == number }?.status ?? .open
  }

  private func day(_ row: Int, _ slot: Int) -> Day? {
    let number = flags[row, slot]
    return number == Table.absent ? nil : Day(number: Int32(truncatingIfNeeded: number))
  }

  private func decided(row: Int) -> Rating? {
    let likelihood = flags[row, Flag.Slot.decidedLikelihood]
    let impact = flags[row, Flag.Slot.decidedImpact]
    guard likelihood != Table.absent, impact != Table.absent else { return nil }
    return Rating(likelihood: Int(likelihood), impact: Int(impact))
  }

  /// The tier of its partner; the last one where there is none.
  private func tier(row: Int) -> Int {
    let reference = flags[row, Flag.Slot.partner]
    guard reference != Table.absent,
      let partner = partners.row(UInt64(bitPattern: reference) & RecordID.mask),
      partners.isPresent(partner)
    else { return Partner.lastTier }
    let tier = partners[partner, Partner.Slot.tier]
    return Partner.effectiveTier(tier == Table.absent ? nil : Int(tier))
  }
}
