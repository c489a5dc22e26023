/// Changes of the journal that were asked for.
public struct JournalPage: Hashable, Sendable {
  /// What was asked.
  public let request: JournalRequest
  /// The newest first.
  public let entries: [JournalEntry]
  /// Whether there are older ones.
  public let hasMore: Bool
  /// Why there are none: a sentence.
  public let problem: String?

  /// An answer.
  public init(
    _ request: JournalRequest, _ entries: [JournalEntry], hasMore: Bool, problem: String? = nil
  ) {
    self.request = request
    self.entries = entries
    self.hasMore = hasMore
    self.problem = problem
  }
}
