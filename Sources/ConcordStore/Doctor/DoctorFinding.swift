/// Something in a store's directory that its user should know.
public struct DoctorFinding: Hashable, Sendable {
  /// How it is meant.
  public enum Weight: String, Hashable, Sendable {
    /// Worth knowing.
    case note
    /// To be mended: `fix` moves the file aside.
    case fixable
    /// To be mended by hand.
    case serious
  }

  /// How it is meant.
  public let weight: Weight
  /// The file or directory.
  public let path: String
  /// What is so, and what to do.
  public let sentence: String
}
