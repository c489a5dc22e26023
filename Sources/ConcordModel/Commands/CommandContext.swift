/// What a command gets from outside: time, person, ids. Nothing in the model asks a clock.
public struct CommandContext: Sendable {
  /// Now.
  public let now: Instant
  /// The civil day in the office's zone.
  public let today: Day
  /// Author name.
  public let author: String
  /// Operating-system account, as `user@host`.
  public let account: String
  /// Where new ids come from.
  public var ids: IDSource

  /// A context.
  public init(now: Instant, today: Day, author: String, account: String, ids: IDSource) {
    self.now = now
    self.today = today
    self.author = author
    self.account = account
    self.ids = ids
  }
}
