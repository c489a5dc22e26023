/// The flags that wait for a person's decision, in their order: escalated to me, residual level,
/// score, tier, age.
public struct TriageQueue: Sendable {
  /// Why a flag is in the queue.
  public enum Reason: Hashable, Sendable {
    /// Nobody has decided it yet.
    case open
    /// Someone lets me decide.
    case escalatedToMe
    /// The day it was put off to has come.
    case back(Day)
    /// Its treatment was due.
    case overdue(Day)
    /// Its residual rating rose above that of the decision.
    case ratingRose
  }

  /// A flag in the queue.
  public struct Entry: Hashable, Sendable {
    /// The flag.
    public let flag: RecordID
    /// Its row.
    package let row: Int
    /// Why it is here.
    public let reason: Reason
    let level: Int
    let score: Double
    let tier: Int
    let raised: Int64
  }

  /// The entries, the most pressing first.
  public let entries: [Entry]
  /// Decisions of this person today.
  public let decidedToday: Int

  /// The queue of `actor`.
  public init(_ workspace: Workspace, for actor: Actor, dayOffset: Int = 0) {
    var entries: [Entry] = []
    let table = workspace[.flag]
    let me = actor.person.map { Int64(bitPattern: $0.bits) } ?? Table.absent
    for row in 0..<table.count {
      // What is neither mine, nobody's, nor escalated to me is passed by without a closer look.
      let owner = table[row, Flag.Slot.owner]
      let isNear =
        owner == Table.absent || owner == me
        || (me != Table.absent && table[row, Flag.Slot.escalatedTo] == me)
      guard isNear else { continue }
      guard let figure = workspace.flagFigure(row: row), figure.isLive else { continue }
      let flag = Flag(workspace, row)
      guard let reason = Self.reason(flag, figure, actor) else { continue }
      let tier =
        flag.partner.flatMap { workspace.row($0) }
        .map { Partner(workspace, $0).effectiveTier } ?? 3
      entries.append(
        Entry(
          flag: flag.id, row: row, reason: reason, level: figure.residualLevel.rawValue,
          score: figure.score, tier: tier, raised: flag.raised?.milliseconds ?? 0))
    }
    entries.sort(by: Self.isBefore)
    self.entries = entries
    decidedToday = Self.decisions(workspace, by: actor, dayOffset)
  }

  /// Why a flag needs a decision of `actor`; nil where it needs none.
  package static func reason(_ flag: Flag, _ figure: FlagFigure, _ actor: Actor) -> Reason? {
    let status = flag.status
    if status == .escalated, flag.escalatedTo != nil, flag.escalatedTo == actor.person {
      return .escalatedToMe
    }
    let isMine = flag.owner == nil || flag.owner == actor.person
    guard isMine else { return nil }
    if status == .open { return .open }
    if let until = flag.until, until <= actor.today { return .back(until) }
    if status == .treating, let due = flag.due, due < actor.today { return .overdue(due) }
    if let decided = flag.decidedAt, status != .escalated,
      figure.residual.likelihood > decided.likelihood || figure.residual.impact > decided.impact
    {
      return .ratingRose
    }
    return nil
  }

  static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    let leftEscalated = left.reason == .escalatedToMe
    let rightEscalated = right.reason == .escalatedToMe
    if leftEscalated != rightEscalated { return leftEscalated }
    if left.level != right.level { return left.level > right.level }
    if left.score != right.score { return left.score > right.score }
    if left.tier != right.tier { return left.tier < right.tier }
    if left.raised != right.raised { return left.raised < right.raised }
    return left.flag < right.flag
  }

  private static func decisions(
    _ workspace: Workspace, by actor: Actor, _ dayOffset: Int
  ) -> Int {
    let table = workspace[.decision]
    let start = Int64(actor.today.number) * Instant.dayLength - Int64(dayOffset) * 1000
    let end = start + Instant.dayLength
    var count = 0
    for row in 0..<table.count {
      let at = table[row, Decision.Slot.at]
      guard at >= start, at < end, table.isPresent(row) else { continue }
      let decision = Decision(workspace, row)
      if decision.author == actor.author, decision.choice != "note" { count += 1 }
    }
    return count
  }
}
