import ConcordModel

/// Who makes a change, and when: given from outside, so that a run can be repeated.
public struct Occasion: Hashable, Sendable {
  /// Author name.
  public var author: String
  /// Operating-system account, as `user@host`.
  public var account: String
  /// Now.
  public var now: Instant
  /// The civil day in the office's zone.
  public var today: Day
  /// Makes ids and salts repeatable; nil takes the system's randomness.
  public var seed: UInt64?

  /// An occasion.
  public init(author: String, account: String, now: Instant, today: Day, seed: UInt64? = nil) {
    self.author = author
    self.account = account
    self.now = now
    self.today = today
    self.seed = seed
  }

  /// What a command gets when its first line is to be `line`.
  package func context(for line: LineID) -> CommandContext {
    CommandContext(
      now: now, today: today, author: author, account: account, ids: source(for: line, 0))
  }

  /// Where the salts of a change come from.
  package func salts(for line: LineID) -> IDSource { source(for: line, 0x73616C74) }

  private func source(for line: LineID, _ purpose: UInt64) -> IDSource {
    guard let seed else { return .random }
    // FNV-1a: two writers of one seed shall not give out the same ids.
    var mixed = seed ^ purpose
    for byte in line.writer.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return .seeded(mixed, position: UInt64(line.number))
  }
}
