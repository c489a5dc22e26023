/// How much a finding of a check weighs.
public enum CheckSeverity: String, CaseIterable, Comparable, Sendable {
  /// The records say something that cannot be, or that the office's rules forbid.
  case error
  /// The records say something that is hardly meant.
  case warning

  /// Errors come first.
  public static func < (left: CheckSeverity, right: CheckSeverity) -> Bool {
    left == .error && right == .warning
  }
}
