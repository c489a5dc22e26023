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

  /// Rows of the flags, the most pressing first.
  package private(set) var rows: [Int32]
  /// Decisions of this person today.
  public var decidedToday: Int { decisions.count }

  /// Rows of those decisions.
  private var decisions: Set<Int32> = []
  private let actor: Actor
  private let dayOffset: Int
  private var version: Int

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
    rows = entries.map { Int32($0.row) }
    self.actor = actor
    self.dayOffset = dayOffset
    version = workspace.version
    for row in 0..<workspace[.decision].count { self.count(decision: row, workspace) }
  }

  /// Flags that a thread looks at in one go.
  package static let pieceRows = 32_768

  /// The entries, the most pressing first.
  public func entries(in workspace: Workspace) -> [Entry] {
    let reader = QueueReader(workspace, actor)
    return rows.compactMap { reader.entry(row: Int($0)) }
  }

  /// The entry of a flag; nil where it needs no decision of this person.
  package func entry(row: Int, in workspace: Workspace) -> Entry? {
    QueueReader(workspace, actor).entry(row: row)
  }

  // MARK: Changes

  /// Takes in what has changed since, and gives the flags that were looked at again; nil where that is not
  /// known and all has to be looked at.
  package mutating func update(_ workspace: Workspace) -> Touched? {
    guard let touched = workspace.touchedRows(since: version) else { return nil }
    version = workspace.version
    for row in touched.decisions { count(decision: Int(row), workspace) }
    var flags = touched.flags
    // Its tier is in the order of its flags.
    for row in touched.partners {
      flags.formUnion(workspace.flagRows(partnerRow: Int(row)).map { Int32($0) })
    }
    guard !flags.isEmpty else { return Touched() }
    let waited = RowSieve(flags).remove(from: &rows)
    let reader = QueueReader(workspace, actor)
    for row in flags.sorted() {
      guard let entry = reader.entry(row: Int(row)) else { continue }
      rows.insert(row, at: place(of: entry, reader))
    }
    return Touched(flags: flags, waited: waited)
  }

  /// Rows of flags that were looked at again.
  package struct Touched: Hashable, Sendable {
    package var flags: Set<Int32> = []
    /// Those of them that waited before.
    package var waited: Set<Int32> = []
  }

  /// The place of the first entry that an entry stands before.
  private func place(of entry: Entry, _ reader: QueueReader) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if let other = reader.entry(row: Int(rows[middle])), Self.isBefore(other, entry) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
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

  /// Counts a decision where it is one of this person today, and else no longer.
  private mutating func count(decision row: Int, _ workspace: Workspace) {
    let table = workspace[.decision]
    let start = Int64(actor.today.number) * Instant.dayLength - Int64(dayOffset) * 1000
    let at = table[row, Decision.Slot.at]
    if at >= start, at < start + Instant.dayLength, table.isPresent(row) {
      let decision = Decision(workspace, row)
      if decision.author == actor.author, decision.choice != "note" {
        decisions.insert(Int32(row))
        return
      }
    }
    if !decisions.isEmpty { decisions.remove(Int32(row)) }
  }
}
