/// Something that records may say against each other, or against the office's own rules.
///
/// A check is a pure function of the workspace. It finds records first, by their cells alone: what is
/// wrong with one is put into words when somebody looks.
public protocol ConsistencyCheck: Sendable {
  /// Its name, such as `flag.acceptance-without-end`: the kind of record, and what is wrong.
  static var name: String { get }
  /// What is wrong, as a heading.
  static var words: String { get }
  /// Why that is wrong, in a sentence.
  static var reason: String { get }
  /// How much it weighs.
  static var severity: CheckSeverity { get }

  /// The records that are at fault, the oldest first; linear in the records.
  static func faults(_ scope: CheckScope) -> [CheckFault]

  /// What is wrong with one, with names and values.
  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String

  /// What ends it.
  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy
}
