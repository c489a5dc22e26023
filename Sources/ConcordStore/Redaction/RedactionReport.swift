import ConcordModel

/// What a redaction did.
public struct RedactionReport: Sendable {
  /// The change that names who, when, why and what.
  public let written: Transaction
  /// How many operations were taken out.
  public let operations: Int
  /// How many files of the journal were written anew.
  public let segments: Int
  /// Files in quarantine: they are not journal, and may hold the text still.
  public let quarantined: [String]
}
