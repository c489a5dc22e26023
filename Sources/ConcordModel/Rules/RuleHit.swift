/// What a rule says of a partner: one flag.
public struct RuleHit: Hashable, Sendable {
  /// What of the partner it is about, such as the id of an agreement; blank for the partner itself.
  /// With rule and partner it makes the flag's key: one flag, however often the rule says it.
  public let subject: String
  /// What may go wrong, in a line.
  public let title: String
  /// Why: the facts in a sentence or two.
  public let explanation: String
  /// Which of the policy's ratings it starts from, the mildest being 0.
  public let step: Int
  /// The ids and classes that the rule saw: never ages, never today. As long as they are the same, a
  /// flag that was dismissed stays dismissed.
  public let facts: [String]
  /// Whether the flag is of the rule's other category.
  public let isReverse: Bool

  /// A hit; `step` 0 is the mildest of the policy's ratings.
  public init(
    subject: String = "", title: String, explanation: String, step: Int = 0, facts: [String],
    isReverse: Bool = false
  ) {
    self.subject = subject
    self.title = title
    self.explanation = explanation
    self.step = step
    self.facts = facts
    self.isReverse = isReverse
  }
}
