/// How a flag stands.
public enum FlagStatus: String, CaseIterable, Sendable {
  case open
  case escalated
  case treating
  case accepted
  case transferred
  case snoozed
  case dismissed
  case closed

  /// Whether it counts in the roll-up.
  public var isLive: Bool { self != .dismissed && self != .closed }
}
