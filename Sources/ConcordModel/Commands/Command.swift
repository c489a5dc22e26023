/// What a person may mean: checked against the workspace, it fails with an error that says what to
/// do, or yields operations.
public protocol Command: Sendable {
  /// Its row in the table of commands.
  static var specification: CommandSpecification { get }

  /// Why it cannot act on `subject` now; nil where it can.
  static func obstacle(_ subject: RecordID, in workspace: Workspace, by actor: Actor) -> Obstacle?

  /// Puts what it does into the draft.
  static func fill(_ draft: inout Draft, from input: CommandInput) throws(CommandError)
}

extension Command {
  /// Nothing stands in the way.
  public static func obstacle(
    _ subject: RecordID, in workspace: Workspace, by actor: Actor
  ) -> Obstacle? { nil }
}

/// Who acts, and on which day.
public struct Actor: Hashable, Sendable {
  /// The person's record; nil where the author is not on record yet.
  public let person: RecordID?
  /// Author name.
  public let author: String
  /// The civil day in the office's zone.
  public let today: Day

  /// Someone who acts.
  public init(person: RecordID?, author: String, today: Day) {
    self.person = person
    self.author = author
    self.today = today
  }
}
