/// What a rule looks at: a partner as it stands, the rest of the office, the day, and its numbers.
public struct RuleScope {
  /// Where the partner and its own records stand.
  package let workspace: Workspace
  /// The partner's row there.
  package let row: Int
  /// The civil day in the office's zone.
  public let today: Day
  /// The moment, for what runs by hours.
  public let now: Instant
  /// The numbers of the rule.
  public let numbers: RulePolicy
  /// What it may ask of the whole office.
  package let tallies: RuleTallies

  /// The partner.
  public var partner: Partner { Partner(workspace, row) }

  /// Whether a stage makes a partner one that rules look at.
  public static func isManaged(_ stage: String) -> Bool {
    stage == "active" || stage == "suspended"
  }
}
