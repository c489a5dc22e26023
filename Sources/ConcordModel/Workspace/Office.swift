/// Whose store it is.
public struct Office: Hashable, Sendable {
  /// The office's name, as the top line shows it.
  public let name: String
  /// The IANA name of the time zone in which its days turn.
  public let zone: String

  /// An office.
  public init(name: String, zone: String) {
    self.name = name
    self.zone = zone
  }
}
