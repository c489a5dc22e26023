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
  ///
  /// - Parameter dayOffset: seconds that the office's clock is ahead of UTC.
  public init(_ workspace: Workspace, for actor: Actor, dayOffset: Int = 0) {
    self.init(workspace, for: actor, dayOffset: dayOffset, work: OneByOne())
  }

  /// The same, divided among threads.
  ///
  /// - Parameter pieceRows: flags that a thread looks at in one go; at least one.
  package init(
    _ workspace: Workspace, for actor: Actor, dayOffset: Int = 0, work: any ParallelWork,
    pieceRows step: Int = TriageQueue.pieceRows
  ) {
    let count = workspace[.flag].count
    let pieces = work.map((count + step - 1) / step) { piece in
      let reader = QueueReader(workspace, actor)
      return (piece * step..<min(count, (piece + 1) * step)).compactMap { reader.entry(row: $0) }
    }
    var entries = pieces.flatMap { $0 }
    entries.sort(by: Self.isBefore)
    self.entries = entries
    decidedToday = Self.decisions(workspace, by: actor, dayOffset)
  }

  /// Flags that a thread looks at in one go.
  package static let pieceRows = 32_768

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
