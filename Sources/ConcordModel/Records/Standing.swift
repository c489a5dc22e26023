/// How a partner stands with vetting.
public enum Standing: String, CaseIterable, Sendable {
  /// Needed, and never decided.
  case none
  /// Its kind and tier need none.
  case notRequired = "not-required"
  /// Approved, not past its date.
  case inForce = "in-force"
  /// Approved with conditions.
  case withConditions = "with-conditions"
  /// Past its date: never shown as cleared.
  case stale
  /// Suspended.
  case suspended
  /// Rejected.
  case rejected

  /// The key in the catalogue of standings.
  public var key: String { rawValue }
}
