/// Something that Concord watches by itself, and raises a flag for.
///
/// A rule is a pure function of a partner, what is on record of it, and the day. It says what holds
/// now; ``RuleRun`` makes flags of that, and takes them back.
public protocol Rule: Sendable {
  /// Its name in the policy, such as `contact.stale`.
  static var name: String { get }
  /// When it speaks, in a sentence.
  static var words: String { get }
  /// The names of the policy's thresholds without which it has nothing to say.
  static var thresholds: [String] { get }
  /// The kinds of record that it reads, besides partners and flags.
  static var reads: Set<RecordKind> { get }

  /// What it has to say of a partner that is managed.
  static func hits(_ scope: RuleScope) -> [RuleHit]

  /// Partners of whom it may have something else to say because others were touched.
  /// - Parameter after: the touched partners as they will stand.
  static func others(touched: [RecordID], in office: Workspace, after: Workspace) -> [RecordID]
}

extension Rule {
  /// Some rules need no numbers but their ratings.
  public static var thresholds: [String] { [] }

  /// Most rules look at one partner alone.
  public static func others(
    touched: [RecordID], in office: Workspace, after: Workspace
  ) -> [RecordID] { [] }
}
