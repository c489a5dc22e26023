/// What is worked out for a partner from its flags, cases and tasks.
public struct PartnerFigure: Hashable, Sendable {
  /// Live flags.
  public var liveFlags = 0
  /// Worst residual level of the live flags; very low where an assessed partner has none; nil where
  /// nothing is known.
  public var level: Level?
  /// Exact roll-up score, 0 to 100; nil where nothing is known.
  public var score: Double?
  /// A person rated a flag, or a case was decided.
  public var isAssessed = false
  /// The earliest date of an open task or a live flag.
  public var due: Day?
  /// Tasks that are pending or in progress.
  public var openTasks = 0

  /// The score as people see it: rounded half up.
  public var shownScore: Int? { score.map { Int(($0 + 0.5).rounded(.down)) } }

  /// Level as a field's value.
  package var levelValue: FieldValue? { level.map { .integer(Int64($0.rawValue)) } }

  /// Order by risk: unassessed partners sort apart, below the lowest.
  package var sortKey: Double { score ?? -1 }

  package init() {}
}
