/// What follows from a tier: how much depends on the partner.
public struct TierPolicy: Hashable, Sendable {
  /// 1 most depends on it, 3 least.
  public let tier: Int
  /// Months from a vetting decision to its end.
  public let reviewMonths: Int
  /// Key of the role that may approve.
  public let approver: String
  /// Steps by which a rule's impact is moved at this tier.
  public let impactChange: Int
}
